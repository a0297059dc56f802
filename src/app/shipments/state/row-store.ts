/** Rows by the number of their file, and what is counted of them. */
import type { ShipmentState } from '../../../core/shipments/journey/state.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';

export class RowStore {
  readonly #rows = new Map<number, readonly ShipmentRow[]>();
  /** Files that were joined last. */
  #joined = 0;

  /** List and map are built anew whenever rows are joined: for a hundred files of one drop seven times is enough. */
  get hasDoubled(): boolean {
    return this.#rows.size >= 2 * this.#joined;
  }

  set(file: number, rows: readonly ShipmentRow[]): void {
    this.#rows.set(file, rows);
  }

  remove(file: number): void {
    this.#rows.delete(file);
  }

  clear(): void {
    this.#rows.clear();
    this.#joined = 0;
  }

  /** The rows of files, one file after the other. */
  join(files: readonly { n: number }[]): ShipmentRow[] {
    this.#joined = files.length;
    return files.flatMap(({ n }) => this.#rows.get(n) ?? []);
  }
}

export function countStates(rows: readonly ShipmentRow[]): ReadonlyMap<ShipmentState, number> {
  const counts = new Map<ShipmentState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
