/** The worker that converts one file: reports its progress, answers once. Terminated by the page to cancel. */
import { convert, type ImportResult, type ConvertOptions, type Progress, type Source } from '../core/import/convert.ts';
import { loadCountryLookupOrNull } from '../core/import/routes/country-lookup.ts';

export interface Job {
  source: Source;
  repair: ConvertOptions['repair'];
  /** Address of the dataset, with a slash at its end. */
  base: string;
}

export type Answer = { progress: Progress } | { result: ImportResult } | { bug: string };

/** Milliseconds between two messages of progress. */
const INTERVAL = 60;

async function run({ source, repair, base }: Job): Promise<ImportResult> {
  const steps = convert(source, { repair, locate: await loadCountryLookupOrNull(base) });
  let reported = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - reported < INTERVAL) continue;
    reported = performance.now();
    answer({ progress: step.value });
  }
}

const answer = (message: Answer): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Job>): void => {
  run(data).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ bug: String(error) }),
  );
};
