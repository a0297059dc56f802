import type { StoredRecord } from '../../core/import/routes/stored-route.ts';

/** Where the browser keeps what a reader has made, a record each. */
export interface RecordStore<Row extends { id: string }> {
  all(): Promise<StoredRecord[]>;
  /** All of them or none; other tabs are told once. Rejects with a `TimeoutError` where the browser does not answer. */
  put(rows: readonly Row[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Calls when another tab has changed something, and when the browser has taken away what was kept. Returns the clean-up. */
  listen(listeners: { onChange(): void; onCleared(): void }): () => void;
}
