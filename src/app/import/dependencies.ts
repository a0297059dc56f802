/** What imported routes get from the page they run in. */
import type { ConvertOptions, ImportResult, Progress, Source } from '../../core/import/convert.ts';
import type { Repair } from '../../core/import/checks/repair.ts';
import type { StoredRecord, StoredRoute } from '../../core/import/routes/stored-route.ts';

export interface RouteStore {
  all(): Promise<StoredRecord[]>;
  /** All of them or none; other tabs are told once. Rejects with a `TimeoutError` where the browser does not answer. */
  put(rows: readonly StoredRoute[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Calls when another tab has changed something, and when the browser has taken away what was kept. Returns the clean-up. */
  listen(listeners: { onChange(): void; onCleared(): void }): () => void;
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
