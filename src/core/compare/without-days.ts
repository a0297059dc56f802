/** How many days more a way takes than another one, where that can be said. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Time } from '../dataset/schema/context/times.ts';
import type { ComparedRow } from './comparison.ts';
import { computeTimeDistance, type Duration, type PlacedTime } from './time-distance.ts';

export interface MoreDays {
  more: Duration;
  basis: Time['basis'];
  year: string;
}

/** The difference of two figures of one kind and one year, each from end to end; null where there are none. */
export function computeMoreDays(atlas: Pick<Atlas, 'times' | 'routes'>, row: ComparedRow, base: ComparedRow): MoreDays | null {
  const [ours, theirs] = [row, base].map((one) => findWhole(atlas, one));
  for (const one of ours!) {
    const [basis, year] = [one.time.basis, one.time.when.slice(0, 4)];
    const other = theirs!.find(({ time }) => time.basis === basis && time.when.startsWith(year) && time.kind === one.time.kind);
    if (!other) continue;
    const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
    return { more: { low: difference(one.low, other.high), high: difference(one.high, other.low) }, basis, year };
  }
  return null;
}

/** Figures that cover all of a path, the newest first. */
function findWhole(atlas: Pick<Atlas, 'times' | 'routes'>, row: ComparedRow): PlacedTime[] {
  const { series, whole } = computeTimeDistance(atlas, row);
  return [...series.flatMap(({ times }) => times), ...whole]
    .filter(({ fromKm, toKm }) => fromKm === 0 && toKm === row.drawnKm)
    .sort((a, b) => b.time.when.localeCompare(a.time.when));
}
