import { normalizeForSearch } from '../../../core/dataset/search/normalize.ts';
import type { ShipmentState } from '../../../core/shipments/journey/state.ts';
import { countStates } from './row-store.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';

export const STATES = ['not-started', 'under-way', 'arrived', 'left-network', 'unknown'] as const satisfies ShipmentState[];

/** How a list is ordered; rows without a value come last. */
export const SORTS = ['newest', 'oldest', 'id', 'left', 'findings'] as const;
export type Sort = (typeof SORTS)[number];

/** Rows that are added to the list at a time: tens of thousands would keep the page waiting. */
const PORTION = 50;

const last = (value: number | null, missing: number): number => value ?? missing;
const ORDERS: Record<Sort, (a: ShipmentRow, b: ShipmentRow) => number> = {
  newest: (a, b) => last(b.at, -Infinity) - last(a.at, -Infinity) || compareIds(a, b),
  oldest: (a, b) => last(a.at, Infinity) - last(b.at, Infinity) || compareIds(a, b),
  id: compareIds,
  left: (a, b) => last(a.leftKm, Infinity) - last(b.leftKm, Infinity) || compareIds(a, b),
  findings: (a, b) => b.findings - a.findings || compareIds(a, b),
};

function compareIds(a: ShipmentRow, b: ShipmentRow): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Which shipments are listed, and in which order. */
export class ShipmentList {
  readonly #getRows: () => readonly ShipmentRow[];
  query = $state('');
  state: ShipmentState | 'all' = $state('all');
  silentOnly = $state(false);
  sort: Sort = $state('newest');
  /** A place on the map; null for everywhere. */
  spot: string | null = $state(null);
  #portions = $state(1);

  readonly found: readonly ShipmentRow[] = $derived.by(() => {
    const words = normalizeForSearch(this.query).split(/\s+/).filter(Boolean);
    const { state, silentOnly, spot } = this;
    return this.#getRows().filter(
      (row) =>
        (state === 'all' || row.state === state) &&
        (!silentOnly || row.silence !== null) &&
        (spot === null || row.spot === spot) &&
        words.every((word) => row.text.includes(word)),
    );
  });
  readonly #sorted = $derived(this.found.toSorted(ORDERS[this.sort]));
  readonly shown = $derived.by(() => this.#sorted.slice(0, this.#portions * PORTION));
  readonly more = $derived(Math.min(PORTION, this.found.length - this.shown.length));
  readonly counts = $derived.by(() => countStates(this.#getRows()));
  readonly silent = $derived.by(() => this.#getRows().reduce((sum, { silence }) => sum + (silence ? 1 : 0), 0));

  constructor(getRows: () => readonly ShipmentRow[]) {
    this.#getRows = getRows;
  }

  /** Lists those at a place of the map only; null lists all. */
  showAt(spot: string | null): void {
    this.spot = spot;
  }

  showMore(): void {
    this.#portions += 1;
  }

  reset(): void {
    [this.query, this.state, this.silentOnly, this.spot, this.#portions] = ['', 'all', false, null, 1];
  }
}
