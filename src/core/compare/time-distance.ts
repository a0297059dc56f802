/**
 * How long a path takes, as data for a time–distance chart: kilometres along, days up, a step where cargo waits. What nobody has
 * published is a gap. Figures are added up within one kind and one year only, so that a record is never joined to an agreement.
 * Kilometres are those of the length to quote, in the proportions of the measured line.
 */
import type { Atlas } from '../dataset/dataset.ts';
import { TIME_BASES, type Time } from '../dataset/schema/context/times.ts';
import { toMetres } from '../measure/measure.ts';
import { type ComparedRow, getHeadline, getHeadlineScale } from './comparison.ts';

/** Days; null where the source gives no such limit. */
export interface Duration {
  low: number | null;
  high: number | null;
}

/** A published time and where it lies on the path. */
export interface PlacedTime extends Duration {
  time: Time;
  fromKm: number;
  /** The same kilometre for a wait. */
  toKm: number;
  /** True where the figure is for travel the other way. */
  reversed: boolean;
}

/** Times of one basis and one year in the order of travel, none of which overlap. */
export interface TimeSeries {
  basis: Time['basis'];
  year: string;
  times: PlacedTime[];
  /** Sum of the figures; `low` is null where one of them has no lower limit, `high` likewise. */
  known: Duration;
  /** Kilometres that they cover. */
  coveredKm: number;
}

/** Where cargo may wait: a border, a change of gauge or of mode. */
interface Stop {
  km: number;
  kind: 'border' | 'gauge' | 'port';
  /** A node, or the country that is entered. */
  id: string;
  /** True where a series has a time for it. */
  timed: boolean;
}

/** A part of a path that no series covers, between two of its nodes. */
export interface TimeGap {
  fromKm: number;
  toKm: number;
  /** Node ids; null where the path has no node there. */
  from: string | null;
  to: string | null;
}

export interface TimeDistance {
  row: ComparedRow;
  /** Length of the whole. */
  km: number;
  nodes: ComparedRow['nodes'];
  series: TimeSeries[];
  /** Figures from door to door, with all waits in them: each stands for itself. */
  whole: PlacedTime[];
  /** Figures of the path that say nothing of where. */
  unplaced: Time[];
  gaps: TimeGap[];
  stops: Stop[];
}

const HOURS = 24;
/** A wait is of a stop that is this near: a border station stands beside the border. */
const STOP_KM = 25;

/** Days of a figure. */
function computeDuration({ low, high, unit }: Pick<Time, 'low' | 'high' | 'unit'>): Duration {
  const days = (value: number | undefined) => (value === undefined ? null : unit === 'h' ? value / HOURS : value);
  return { low: days(low), high: days(high) };
}

/** All that is known of how long a compared path takes. */
export function computeTimeDistance(atlas: Pick<Atlas, 'times' | 'routes'>, row: ComparedRow): TimeDistance {
  const path = scalePath(row);
  const placed = atlas.times.flatMap((time) => placeTime(atlas, path, time) ?? []);
  const series = groupSeries(placed.filter(({ time }) => time.kind !== 'whole'));
  const { km, nodes } = path;
  return {
    row,
    km,
    nodes,
    series,
    whole: placed
      .filter(({ time }) => time.kind === 'whole')
      .sort((a, b) => a.fromKm - b.fromKm || b.time.when.localeCompare(a.time.when)),
    unplaced: atlas.times.filter(
      (time) => !time.from && !time.node && isWholeRoute(atlas, row, time.route) && time.kind !== 'whole',
    ),
    gaps: findGaps(series, path),
    stops: findStops(path, series),
  };
}

/** A row with its nodes at the kilometres of the length to quote. */
interface Path {
  row: ComparedRow;
  km: number;
  nodes: ComparedRow['nodes'];
  /** A measured kilometre as one of the length to quote. */
  scale(km: number): number;
}

function scalePath(row: ComparedRow): Path {
  const factor = getHeadlineScale(row);
  const scale = (km: number) => toMetres(km * factor);
  return { row, km: getHeadline(row).km, nodes: row.nodes.map(({ id, km }) => ({ id, km: scale(km) })), scale };
}

/** True where a path is all of a route, and not a section of it. */
const isWholeRoute = (
  { routes }: Pick<Atlas, 'routes'>,
  { resolvedPath: { on }, drawnKm }: ComparedRow,
  id: string | undefined,
): boolean => id !== undefined && on?.route === id && routes.get(id)?.drawnKm === drawnKm;

function placeTime(atlas: Pick<Atlas, 'routes'>, path: Path, time: Time): PlacedTime | null {
  const { nodes, row } = path;
  const at = (id: string | undefined) => nodes.find((node) => node.id === id)?.km;
  const base = { time, ...computeDuration(time) };
  if (time.node !== undefined) {
    const km = at(time.node);
    return km === undefined ? null : { ...base, fromKm: km, toKm: km, reversed: false };
  }
  if (time.from === undefined || time.to === undefined) {
    const isWhole = time.kind === 'whole' && isWholeRoute(atlas, row, time.route);
    return isWhole ? { ...base, fromKm: 0, toKm: path.km, reversed: row.resolvedPath.on!.fromKm > 0 } : null;
  }
  const [from, to] = [at(time.from), at(time.to)];
  if (from === undefined || to === undefined || from === to) return null;
  const [fromKm, toKm] = from < to ? [from, to] : [to, from];
  const inside = (time.via ?? []).map(at);
  if (!inside.every((km) => km !== undefined && km >= fromKm && km <= toKm)) return null;
  if (time.route !== undefined && !followsRoute(atlas, path, time.route, [fromKm, toKm])) return null;
  return { ...base, fromKm, toKm, reversed: from > to };
}

/** True where a part of the path runs over links of the route only. */
function followsRoute(atlas: Pick<Atlas, 'routes'>, { row, nodes }: Path, id: string, [fromKm, toKm]: [number, number]): boolean {
  const own = new Set(atlas.routes.get(id)?.links.map((leg) => leg.id));
  return row.resolvedPath.legs.every(({ link }, i) => {
    const [start, end] = [nodes[i]!.km, nodes[i + 1]!.km];
    return end <= fromKm || start >= toKm || own.has(link.properties.id);
  });
}

const getYear = ({ when }: Time): string => when.slice(0, 4);

/** One series for each basis and year, the newest first; of figures that overlap in one series the one that covers more counts. */
function groupSeries(placed: readonly PlacedTime[]): TimeSeries[] {
  const groups = new Map<string, PlacedTime[]>();
  for (const one of placed) {
    const key = `${one.time.basis} ${getYear(one.time)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group): TimeSeries => {
      const times = withoutOverlaps(group);
      const { basis } = times[0]!.time;
      return { basis, year: getYear(times[0]!.time), times, known: addDurations(times), coveredKm: computeCovered(times) };
    })
    .sort((a, b) => b.year.localeCompare(a.year) || TIME_BASES.indexOf(a.basis) - TIME_BASES.indexOf(b.basis));
}

function withoutOverlaps(group: readonly PlacedTime[]): PlacedTime[] {
  const kept: PlacedTime[] = [];
  const span = ({ fromKm, toKm }: PlacedTime) => toKm - fromKm;
  for (const one of group.toSorted((a, b) => span(b) - span(a) || b.time.when.localeCompare(a.time.when))) {
    const clashes = kept.some((other) =>
      span(one) === 0 || span(other) === 0
        ? span(one) === span(other) && one.fromKm === other.fromKm && one.time.kind === other.time.kind
        : one.fromKm < other.toKm && one.toKm > other.fromKm,
    );
    if (!clashes) kept.push(one);
  }
  return kept.sort((a, b) => a.fromKm - b.fromKm || a.toKm - b.toKm);
}

/** Null limits stay null: an unknown limit makes that of the sum unknown. */
export function addDurations(times: readonly Duration[]): Duration {
  const sum = (pick: (one: Duration) => number | null) =>
    times.reduce<number | null>((all, one) => {
      const value = pick(one);
      return all === null || value === null ? null : all + value;
    }, 0);
  return { low: sum(({ low }) => low), high: sum(({ high }) => high) };
}

const computeCovered = (times: readonly PlacedTime[]): number =>
  toMetres(times.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0));

function findGaps(series: readonly TimeSeries[], { km, nodes }: Path): TimeGap[] {
  const covered = series
    .flatMap(({ times }) => times)
    .filter(({ fromKm, toKm }) => toKm > fromKm)
    .sort((a, b) => a.fromKm - b.fromKm);
  const findNode = (at: number) => nodes.find((node) => node.km === at)?.id ?? null;
  const build = (fromKm: number, toKm: number): TimeGap => ({ fromKm, toKm, from: findNode(fromKm), to: findNode(toKm) });
  const gaps: TimeGap[] = [];
  let at = 0;
  for (const { fromKm, toKm } of covered) {
    if (fromKm > at) gaps.push(build(at, fromKm));
    at = Math.max(at, toKm);
  }
  return at < km ? [...gaps, build(at, km)] : gaps;
}

const WAITS = ['border', 'gauge', 'port'] as const;

function findStops({ row: { crossings, breaks, changes }, scale }: Path, series: readonly TimeSeries[]): Stop[] {
  const waits = series.flatMap(({ times }) => times).filter(({ time }) => WAITS.some((kind) => kind === time.kind));
  const isTimed = (kind: string, km: number) =>
    waits.some((one) => one.time.kind === kind && Math.abs(one.fromKm - km) <= STOP_KM);
  const ports = changes.filter(({ from, to }) => from === 'sea' || to === 'sea');
  return [
    ...crossings.filter(({ bySea }) => !bySea).map(({ km, to }) => ({ km, kind: 'border' as const, id: to })),
    ...breaks.map(({ km, node }) => ({ km, kind: 'gauge' as const, id: node })),
    ...ports.map(({ km, node }) => ({ km, kind: 'port' as const, id: node })),
  ]
    .map((stop) => ({ ...stop, km: scale(stop.km), timed: isTimed(stop.kind, scale(stop.km)) }))
    .sort((a, b) => a.km - b.km);
}

/** A point of a series in the chart: kilometres and days since its first figure. */
export interface ChartPoint {
  km: number;
  low: number;
  high: number;
}

/**
 * A series as runs of points; between two runs lies a gap, after which the next run goes on from the days known so far. A figure
 * without a lower limit ("at most") adds nothing to `low`; one without an upper limit adds the lower one to `high`.
 */
export function computeRuns({ times }: TimeSeries): ChartPoint[][] {
  const runs: ChartPoint[][] = [];
  let [low, high] = [0, 0];
  for (const one of times) {
    const last = runs.at(-1)?.at(-1);
    if (!last || last.km < one.fromKm) runs.push([{ km: one.fromKm, low, high }]);
    low += one.low ?? 0;
    high += one.high ?? one.low ?? 0;
    runs.at(-1)!.push({ km: one.toKm, low, high });
  }
  return runs;
}

/** Kilometres and days that charts of these paths need, so that all stand in one scale. */
export function computeChartSize(charts: readonly TimeDistance[]): { km: number; days: number } {
  const ends = charts.flatMap(({ series, whole }) => [
    ...series.flatMap((one) => computeRuns(one).flatMap((run) => run.map(({ high }) => high))),
    ...whole.map(({ low, high }) => high ?? low ?? 0),
  ]);
  return { km: Math.max(1, ...charts.map(({ km }) => km)), days: Math.max(1, ...ends) };
}
