/** What followed shipments get from the page they run in. */
import type { FileVersion, VersionedSource } from '../../../core/import/fetch-file.ts';
import type { ReadingStep } from '../../../core/shipments/read-shipments.ts';
import type { FileSummary } from '../../../core/shipments/view/desk.ts';
import type { DeskCall } from '../../../core/shipments/view/desk-server.ts';
import type { PickedPlace } from '../../../core/shipments/view/picked-places.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';

export interface AskOptions {
  signal?: AbortSignal;
  onProgress?(step: ReadingStep): void;
  /** A file has been read: all its rows. */
  onFile?(summary: FileSummary, rows: ShipmentRow[]): void;
}

/** A desk that reads files elsewhere than on the page, a worker mostly. */
export interface DeskClient {
  /** Rejects with an `AtlasError` where the dataset cannot be had, and with the reason of the signal. */
  ask(call: DeskCall, options?: AskOptions): Promise<unknown>;
  /** Forgets all that it holds. */
  close(): void;
}

export interface Reading {
  name: string;
  done: number;
  /** 0 until the rows of the file are known. */
  all: number;
}

export interface ShipmentDependencies {
  openDesk(): DeskClient;
  /** See `fetchIfChanged`. */
  fetch(address: string, version: FileVersion | null, signal: AbortSignal): Promise<VersionedSource | null>;
  /** The places that the reader wished to be remembered; null takes them away. A refusing browser remembers nothing. */
  places: { load(): PickedPlace[]; save(places: PickedPlace[] | null): void };
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once, after so many milliseconds. Returns what calls it off. */
  schedule(then: () => void, ms: number): () => void;
}
