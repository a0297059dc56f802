/** What imported routes need of the page: a worker, the network, storage. */
import type { ImportResult } from '../core/import/convert.ts';
import { fetchFile } from '../core/import/fetch-file.ts';
import { LIMITS, toMegabytes } from '../core/import/checks/limits.ts';
import type { AddressNetwork } from './address-network.ts';
import type { Answer, Job } from './workers/import-worker.ts';
import type { ImportDependencies } from '../app/import/dependencies.ts';
import { reportMissingCode } from './missing-code.ts';
import { createRecordStore } from './record-store.ts';
import { startWorker } from './workers/start-worker.ts';

/** Milliseconds of work between which the page can react, where there is no worker. */
const SLICE = 10;

type Options = Parameters<ImportDependencies['convert']>[1];

/** `base` is the address of the dataset. */
export function createImportDependencies(base: string, network: AddressNetwork): ImportDependencies {
  return {
    convert: async ({ source, repair, known }, options) => {
      const job: Job = { source, repair, known, base };
      const result = (await convertInWorker(job, options)) ?? (await convertInSlices(job, options));
      const missing = result.issues.find(({ code }) => code === 'reader-missing');
      return missing ? reportMissingCode(`The reader of ${String(missing.params?.['what'])} is missing.`) : result;
    },
    fetch: (address, signal) => fetchFile(address, { ...network, signal }),
    store: createRecordStore('corridor-atlas', 'imported-routes'),
    now: () => Date.now(),
  };
}

/** Null where there can be no worker, or where it does not answer at all. */
async function convertInWorker(job: Job, { signal, onProgress }: Options): Promise<ImportResult | null> {
  const worker = startWorker(() => new Worker(new URL('./workers/import-worker.ts', import.meta.url), { type: 'module' }));
  if (!worker) return null;
  try {
    return await new Promise<ImportResult | null>((resolve, reject) => {
      const stop = () => reject(signal.reason as Error);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if ('progress' in data) onProgress(data.progress);
        else if ('result' in data) resolve(data.result);
        else reject(new Error(data.bug));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}

/** The same work on the page itself, a slice at a time; large files would stop it, so they are refused. */
async function convertInSlices({ source, repair, known, base }: Job, { signal, onProgress }: Options): Promise<ImportResult> {
  const [{ convert }, { loadCountryLookupOrNull }] = await Promise.all([
    import('../core/import/convert.ts'),
    import('../core/import/routes/country-lookup.ts'),
  ]);
  if (source.bytes.length > LIMITS.bytesWithoutWorker) {
    const params = { most: toMegabytes(LIMITS.bytesWithoutWorker) };
    return { routes: [], issues: [{ code: 'too-large-here', params, loaded: false }], more: 0, features: 0 };
  }
  let since = performance.now();
  const takeTurn = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
  };
  return convert(source, {
    repair,
    known,
    loadLookup: () => loadCountryLookupOrNull(base, { fetch: (url, init) => fetch(url, init) }),
    pause: (progress) => {
      if (performance.now() - since < SLICE) return undefined;
      onProgress(progress);
      return takeTurn();
    },
  });
}
