/** What imported routes get from the page they run in. */
import type { ConvertOptions, ImportResult, Progress, Source } from '../../core/import/convert.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import type { StoredRecord, StoredRoute } from '../../core/import/routes/stored-route.ts';

export interface RouteStore {
  all(): Promise<StoredRecord[]>;
  put(row: StoredRoute): Promise<void>;
  remove(key: string): Promise<void>;
  /** Calls when another tab has changed something. Returns the clean-up. */
  listen(onChange: () => void): () => void;
}

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

/** A file that the reader gave, read only once it is its turn. */
export interface GivenFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
