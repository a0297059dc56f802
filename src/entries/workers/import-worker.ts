/** The worker that converts one file: reports its progress, answers once. Terminated by the page to cancel. */
import { convert, type ImportResult, type ConvertOptions, type Progress, type Source } from '../../core/import/convert.ts';
import { loadCountryLookupOrNull } from '../../core/import/routes/country-lookup.ts';

export interface Job {
  source: Source;
  repair: ConvertOptions['repair'];
  known: ConvertOptions['known'];
  /** Address of the dataset, with a slash at its end. */
  base: string;
}

export type Answer = { progress: Progress } | { result: ImportResult } | { bug: string };

/** Milliseconds between two messages of progress. */
const INTERVAL = 60;

function run({ source, repair, known, base }: Job): Promise<ImportResult> {
  let last = 0;
  return convert(source, {
    repair,
    known,
    loadLookup: () => loadCountryLookupOrNull(base, { fetch: (url, init) => fetch(url, init) }),
    pause: (progress) => {
      if (performance.now() - last < INTERVAL) return undefined;
      last = performance.now();
      answer({ progress });
      return undefined;
    },
  });
}

const answer = (message: Answer): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Job>): void => {
  run(data).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ bug: String(error) }),
  );
};
