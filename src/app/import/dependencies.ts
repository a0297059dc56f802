/** What imported routes get from the page they run in. */
import type { ConvertOptions, ImportResult, Progress, Source } from '../../core/import/convert.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import type { StoredRoute } from '../../core/import/routes/stored-route.ts';
import type { RecordStore } from '../common/record-store.ts';

export type RouteStore = RecordStore<StoredRoute>;

export interface ConvertJob {
  source: Source;
  repair?: Repair | undefined;
  known?: ConvertOptions['known'];
}

/** A converter (a worker, mostly), the network, and storage where there is any. */
export interface ImportDependencies {
  convert(job: ConvertJob, options: { signal: AbortSignal; onProgress: (progress: Progress) => void }): Promise<ImportResult>;
  fetch(address: string, signal: AbortSignal): Promise<Source>;
  store: RouteStore;
  /** Milliseconds since 1970. */
  now(): number;
}
