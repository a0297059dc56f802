/** The table of a comparison in words, and the plain formats that it is exported in. */
import { writeCsv } from '../dataset/csv.ts';
import type { Mode } from '../dataset/model.ts';
import type { ComparedRow } from './comparison.ts';
import type { PlacedTime, TimeDistance } from './time-distance.ts';

export interface TableCell {
  /** What the cell says; never empty. */
  lines: string[];
  /** For sorting; null where there is nothing to sort by. */
  value: number | null;
  /** How the figure came about, in sentences. */
  how: string[];
  /** Ids of sources. */
  sources: readonly string[];
}
export interface TableRow {
  key: string;
  label: string;
  cells: TableCell[];
  /** True for what most readers compare; the rest is folded. */
  isMain: boolean;
  /** True for figures, which stand right-aligned. */
  isNumeric: boolean;
  /** Places of the cells that are best; none where all are alike or nothing is better. */
  best: readonly number[];
}
export interface Table {
  title: string;
  /** What must be known to read the figures, such as that the ends differ; null where there is nothing. */
  warning: string | null;
  /** Letter and name of each compared item. */
  columns: { text: string; letter: string; name: string }[];
  rows: TableRow[];
}

/** Places of the columns sorted by a row, those without a value last; equal ones stay in their order. */
export function sortRows(row: TableRow | undefined, count: number, down: boolean): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  if (!row) return order;
  const value = (i: number) => row.cells[i]?.value ?? null;
  return order.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return down ? y - x : x - y;
  });
}

/** The table as text in aligned columns, for mail and terminals. */
export function formatTableText({ title, warning, columns, rows }: Table, notes: readonly string[]): string {
  const head = ['', ...columns.map(({ letter }) => letter)];
  const lines = rows.flatMap(({ label, cells }) => {
    const high = Math.max(...cells.map(({ lines: own }) => own.length));
    return Array.from({ length: high }, (_, i) => [i === 0 ? label : '', ...cells.map(({ lines: own }) => own[i] ?? '')]);
  });
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => [...(line[i] ?? '')].length)));
  const print = (line: string[]) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    title,
    ...(warning === null ? [] : ['', warning]),
    '',
    ...columns.map(({ letter, name }) => `${letter}  ${name}`),
    '',
    print(head),
    ...lines.map(print),
    '',
    ...notes,
  ].join('\n');
}

const CSV_HEADER = [
  'item',
  'name',
  'from',
  'to',
  'estimated_km',
  'estimated_low_km',
  'estimated_high_km',
  'drawn_km',
  'published_low_km',
  'published_high_km',
  'straight_km',
  'drawn_detour',
  'rail_km',
  'sea_km',
  'road_km',
  'countries',
  'km_by_country',
  'border_crossings',
  'gauge_breaks',
  'mode_changes',
  'unbuilt_km',
  'times',
  'times_sources',
  'published_sources',
  'sources',
  'warning',
];

/** Days of published times, each kind and year for itself: "actual 2022, door to door: 12-14 d; agreed 2025, 603 km: -2 d". */
function writeTimes({ series, whole }: TimeDistance): string {
  const write = ({ low, high }: Pick<PlacedTime, 'low' | 'high'>) => {
    const [least, most] = [low, high].map((days) => (days === null ? '' : String(Math.round(days * 100) / 100)));
    return `${least === most ? least : `${least}-${most}`} d`;
  };
  return [
    ...whole.map((one) => {
      const { basis, when, from, to, route } = one.time;
      return `${basis} ${when.slice(0, 4)}, door to door ${[from ?? route, to].filter(Boolean).join(' ')}: ${write(one)}`;
    }),
    ...series.map((one) => `${one.basis} ${one.year}, ${one.coveredKm} km: ${write(one.known)}`),
  ].join('; ');
}

const listTimeSources = ({ series, whole }: TimeDistance): string[] => [
  ...new Set([...series.flatMap(({ times }) => times), ...whole].flatMap(({ time }) => time.sources)),
];

/** One line for each compared item with plain numbers, for a spreadsheet. */
export function writeComparisonCsv(
  rows: readonly ComparedRow[],
  getName: (text: string) => string,
  getTimes: (row: ComparedRow) => TimeDistance,
  warning = '',
): string {
  const getEnd = (row: ComparedRow, at: number) => {
    const id = row.nodes.at(at)?.id;
    return id === undefined ? undefined : getName(id);
  };
  return writeCsv(
    CSV_HEADER,
    rows.map((row) => {
      const unlisted = row.item.kind === 'imported' ? undefined : 0;
      const getModeKm = (mode: Mode) => row.byMode.find((one) => one.mode === mode)?.km ?? unlisted;
      return [
        row.text,
        getName(row.text),
        getEnd(row, 0),
        getEnd(row, -1),
        row.estimate?.km,
        row.estimate?.low,
        row.estimate?.high,
        row.drawnKm,
        row.published?.low,
        row.published?.high,
        row.straightKm,
        row.detour,
        getModeKm('rail'),
        getModeKm('sea'),
        getModeKm('road'),
        row.countries.join(' '),
        row.byCountry.map(({ code, km }) => `${code} ${km}`).join('; '),
        row.borderCrossings ?? undefined,
        row.gaugeBreaks ?? undefined,
        row.modeChanges ?? undefined,
        row.unbuiltKm ?? undefined,
        writeTimes(getTimes(row)),
        listTimeSources(getTimes(row)).join(' '),
        row.printed.whole.flatMap(({ sources }) => sources).join(' '),
        row.sources.join(' '),
        warning,
      ];
    }),
  );
}

/** Everything that is known of each compared item, without its line. */
export function writeComparisonJson(rows: readonly ComparedRow[], getName: (text: string) => string, asOf: string): string {
  const plain = rows.map(({ resolvedPath, line: _, slot: __, colour: ___, item, text, ...figures }) => ({
    text,
    name: getName(text),
    item,
    on: resolvedPath.on,
    links: resolvedPath.legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed, km: link.properties.drawnKm })),
    ...figures,
  }));
  return `${JSON.stringify({ version: 1, asOf, items: plain }, null, 2)}\n`;
}
