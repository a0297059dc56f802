/** Bars and strips of a comparison in kilometres, for the page and for the drawn picture. Pure: the same rows give the same layout. */
import { type ComparedRow, getHeadline, getHeadlineScale } from './comparison.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { getCountrySegments, toMetres } from '../measure/measure.ts';
import type { Pattern } from '../style/patterns/pattern.ts';
import { getLegPattern } from './compared-lines.ts';

export const SPLITS = ['mode', 'country', 'gauge', 'status'] as const;
/** What the bars are split by. */
export type Split = (typeof SPLITS)[number];

export interface Segment {
  /** A mode, country code, gauge in millimetres (`''` without track) or status; `UNKNOWN` where that is not known. */
  key: string;
  km: number;
}

export const UNKNOWN = 'unknown';

/** The parts of a row's length, in the proportions of the drawn line and the order of the dataset; they add up to it. */
export function computeSegments(row: ComparedRow, split: Split): Segment[] {
  const scale = getHeadlineScale(row);
  return splitMeasured(row, split).map(({ key, km }) => ({ key, km: toMetres(km * scale) }));
}

function splitMeasured(row: ComparedRow, split: Split): Segment[] {
  if (row.item.kind === 'imported' && (split !== 'country' || row.byCountry.length === 0))
    return [{ key: UNKNOWN, km: row.drawnKm }];
  switch (split) {
    case 'mode':
      return row.byMode.map(({ mode, km }) => ({ key: mode, km }));
    case 'country':
      return row.byCountry.map(({ code, km }) => ({ key: code, km }));
    case 'status':
      return row.byStatus.map(({ status, km }) => ({ key: status, km }));
    case 'gauge': {
      const rest = toMetres(row.drawnKm - row.byGauge.reduce((sum, { km }) => sum + km, 0));
      const gauges = row.byGauge.map(({ gaugeMm, km }) => ({ key: String(gaugeMm), km }));
      return rest > 0 ? [...gauges, { key: '', km: rest }] : gauges;
    }
  }
}

interface StripRun {
  fromKm: number;
  toKm: number;
  pattern: Pattern;
}
export interface StripMark {
  km: number;
  kind: 'border' | 'gauge' | 'port';
  /** A node, or the country that is entered. */
  id: string;
}
export interface Strip {
  row: ComparedRow;
  /** What to add to a kilometre of the row to get its place on the axis. */
  shiftKm: number;
  /** False where the row does not pass the node that the others are aligned at. */
  aligned: boolean;
  runs: StripRun[];
  marks: StripMark[];
}
export interface Strips {
  /** Kilometres of the axis, with 0 at the shared node. */
  low: number;
  high: number;
  strips: Strip[];
}

/** Nodes that several rows pass, those that most pass first, then in the order of the first row; places at sea are none. */
export function findSharedNodes(atlas: Atlas, rows: readonly ComparedRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { nodes } of rows) for (const id of new Set(nodes.map((node) => node.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .filter(
      ([id, n]) =>
        n > 1 && (atlas.nodes.get(id)?.properties.rank ?? 9) <= 2 && atlas.nodes.get(id)?.properties.kind !== 'waypoint',
    )
    .sort(([, a], [, b]) => b - a)
    .map(([id]) => id);
}

/** Every row along one axis, moved so that a node lies at 0 where the row passes it; without a node all start at 0. */
export function layoutStrips(atlas: Atlas, rows: readonly ComparedRow[], node: string | null): Strips {
  const strips = rows.map((row): Strip => {
    const at = node === null ? undefined : row.nodes.find(({ id }) => id === node)?.km;
    return {
      row,
      shiftKm: at === undefined ? 0 : -toMetres(at * getHeadlineScale(row)),
      aligned: node === null || at !== undefined,
      runs: findRuns(row),
      marks: findMarks(atlas, row),
    };
  });
  return {
    low: Math.min(0, ...strips.map(({ shiftKm }) => shiftKm)),
    high: Math.max(1, ...strips.map(({ shiftKm, row }) => getHeadline(row).km + shiftKm)),
    strips,
  };
}

/** Neighbouring legs of one pattern make one run. */
function findRuns(row: ComparedRow): StripRun[] {
  const runs: StripRun[] = [];
  const scale = getHeadlineScale(row);
  let measured = 0;
  for (const { link } of row.resolvedPath.legs) {
    const fromKm = toMetres(measured * scale);
    measured += link.properties.drawnKm;
    const toKm = toMetres(measured * scale);
    const pattern = getLegPattern({ link });
    const last = runs.at(-1);
    if (last?.pattern === pattern) last.toKm = toKm;
    else runs.push({ fromKm, toKm, pattern });
  }
  return runs;
}

function findMarks(atlas: Atlas, row: ComparedRow): StripMark[] {
  const ports = new Set(row.changes.filter(({ from, to }) => from === 'sea' || to === 'sea').map(({ node }) => node));
  const ends = row.nodes.filter(
    ({ id }, i) => (i === 0 || i === row.nodes.length - 1) && atlas.nodes.get(id)?.properties.kind === 'port',
  );
  const scale = getHeadlineScale(row);
  const marks = [
    ...row.crossings.map(({ km, to }): StripMark => ({ km, kind: 'border', id: to })),
    ...row.breaks.map(({ km, node }): StripMark => ({ km, kind: 'gauge', id: node })),
    ...row.nodes
      .filter((node) => ports.has(node.id) || ends.includes(node))
      .map(({ id, km }): StripMark => ({ km, kind: 'port', id })),
  ];
  return marks.map((mark) => ({ ...mark, km: toMetres(mark.km * scale) })).sort((a, b) => a.km - b.km);
}

/** Countries of a row as sections of its kilometres, in the order of travel; waters of no country included. */
export function computeCountryRuns(row: ComparedRow): { code: string; fromKm: number; toKm: number }[] {
  const runs: { code: string; fromKm: number; toKm: number }[] = [];
  const scale = getHeadlineScale(row);
  let measured = 0;
  for (const { code, km } of row.resolvedPath.legs.flatMap(getCountrySegments)) {
    const fromKm = toMetres(measured * scale);
    measured += km;
    const toKm = toMetres(measured * scale);
    const last = runs.at(-1);
    if (last?.code === code) last.toKm = toKm;
    else runs.push({ code, fromKm, toKm });
  }
  return runs;
}

/** Round kilometres for an axis, about `count` of them; `low` below `high`. */
export function computeTicks(low: number, high: number, count = 6): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}
