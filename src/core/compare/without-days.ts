/** How many days more a way round takes than the route that it leaves, or for which part of them that cannot be said. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Time } from '../dataset/schema/context/times.ts';
import type { ComparedRow } from './comparison.ts';
import {
  addDurations,
  computeTimeDistance,
  type Duration,
  type PlacedTime,
  type TimeDistance,
  type TimeSeries,
} from './time-distance.ts';

export interface MoreDays {
  more: Duration;
  basis: Time['basis'];
  year: string;
}

/** Between which places times are missing: on the way round, on the route that it leaves, or on both; `differ` where they are of other kinds or years. */
export interface UnknownDays {
  unknown: 'detour' | 'route' | 'both' | 'differ';
  from: string;
  to: string;
}

/**
 * The difference of two figures of one basis and one year: those from end to end, or those of the part where the two ways differ.
 *
 * @param row the way round
 * @param base the route
 * @returns null where the two ways are the same
 */
export function computeMoreDays(
  atlas: Pick<Atlas, 'times' | 'routes'>,
  row: ComparedRow,
  base: ComparedRow,
): MoreDays | UnknownDays | null {
  const [ours, theirs] = [computeTimeDistance(atlas, row), computeTimeDistance(atlas, base)];
  const part = findPartThatDiffers(ours.nodes, theirs.nodes);
  if (!part) return null;
  // A figure that fits both ways does not say which of them it is of.
  const both = listIds(ours).filter((id) => listIds(theirs).includes(id));
  const [known, others] = [listFigures(ours, part.ours, both), listFigures(theirs, part.theirs, both)];
  for (const { low, high, basis, year, of } of known) {
    const other = others.find((one) => one.basis === basis && one.year === year && one.of === of);
    if (!other) continue;
    const subtract = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
    return { more: { low: subtract(low, other.high), high: subtract(high, other.low) }, basis, year };
  }
  const unknown = known.length > 0 ? (others.length > 0 ? 'differ' : 'route') : others.length > 0 ? 'detour' : 'both';
  return { unknown, from: part.from, to: part.to };
}

const listIds = ({ series, whole }: TimeDistance): string[] =>
  [...series.flatMap(({ times }) => times), ...whole].map(({ time: { id } }) => id);

type Span = readonly [fromKm: number, toKm: number];
type Nodes = TimeDistance['nodes'];

/** Where two ways between the same ends part, and where they meet again. */
function findPartThatDiffers(a: Nodes, b: Nodes): { from: string; to: string; ours: Span; theirs: Span } | null {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start]!.id === b[start]!.id) start += 1;
  let end = 1;
  while (end <= Math.min(a.length, b.length) - start && a.at(-end)!.id === b.at(-end)!.id) end += 1;
  const [from, to] = [a[start - 1], a.at(1 - end)];
  if (start === 0 || end === 1 || !from || !to || (start === a.length && start === b.length)) return null;
  return { from: from.id, to: to.id, ours: [from.km, to.km], theirs: [b[start - 1]!.km, b.at(1 - end)!.km] };
}

interface Figure extends Duration {
  basis: Time['basis'];
  year: string;
  /** What may be compared: door to door or travel alone; of all of the way or of the part that differs. */
  of: string;
}

/** Figures of all of a way and of a part of it, the newest first, without those of both ways that bear on the part. */
function listFigures({ series, whole, km }: TimeDistance, part: Span, both: readonly string[]): Figure[] {
  const isOwn = ({ time: { id }, fromKm, toKm }: PlacedTime) => !both.includes(id) || toKm <= part[0] || fromKm >= part[1];
  const spans: [string, Span][] = [
    ['all', [0, km]],
    ['part', part],
  ];
  return spans
    .flatMap(([name, span]) => [
      ...series
        .flatMap((one) => sumOver({ ...one, times: one.times.filter(isOwn) }, span) ?? [])
        .map((one): Figure => ({ ...one, of: `travel of ${name}` })),
      ...whole
        .filter((one) => isOwn(one) && one.fromKm === span[0] && one.toKm === span[1])
        .map(({ low, high, time: { basis, when } }): Figure => {
          return { low, high, basis, year: when.slice(0, 4), of: `door to door, ${name}` };
        }),
    ])
    .sort((a, b) => b.year.localeCompare(a.year));
}

/** The times of a series over a span; null where they do not cover all of it, or reach beyond it. */
function sumOver({ times, basis, year }: TimeSeries, [start, end]: Span): Omit<Figure, 'of'> | null {
  const inside = times.filter(({ fromKm, toKm }) => fromKm >= start && toKm <= end);
  let at = start;
  for (const { fromKm, toKm } of inside) at = fromKm <= at ? Math.max(at, toKm) : at;
  if (at < end || start === end) return null;
  return { ...addDurations(inside), basis, year };
}
