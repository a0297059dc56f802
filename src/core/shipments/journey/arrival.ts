/** When a shipment may arrive, by published times alone: a range with its basis, or nothing. */
import type { Time } from '../../dataset/schema/context/times.ts';
import type { PlacedEvent } from './history.ts';
import { getNode } from './history.ts';

export interface ExpectedArrival {
  /** Milliseconds since 1970; equal where a single figure is published. */
  low: number;
  high: number;
  /** Ids of the published times; they are of one kind and not added up. */
  basis: string[];
}

const MS = { h: 3_600_000, d: 86_400_000 } as const;

/**
 * The range of published times from a node where the shipment has been reported to its destination, counted from that report.
 * Times of different kinds and years are not added up, so a way that no single time covers has no range.
 */
export function findExpectedArrival(
  events: readonly PlacedEvent[],
  destination: string,
  times: readonly Time[],
): ExpectedArrival | null {
  // The latest place that a published time starts from is the best basis.
  for (const event of events.filter(({ classifier }) => classifier === 'ACT').reverse()) {
    const node = getNode(event);
    if (node === null || (event.kind !== 'departed' && event.kind !== 'passed')) continue;
    const fit = times.filter(
      ({ kind, from, to }) => ['run', 'sail', 'whole'].includes(kind) && from === node && to === destination,
    );
    if (fit.length === 0) continue;
    const lows = fit.map(({ low, high, unit }) => (low ?? high ?? 0) * MS[unit]);
    const highs = fit.map(({ low, high, unit }) => (high ?? low ?? 0) * MS[unit]);
    return { low: event.at + Math.min(...lows), high: event.at + Math.max(...highs), basis: fit.map(({ id }) => id) };
  }
  return null;
}
