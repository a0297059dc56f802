/** The figures of a comparison as a table in the reader's language. */
import { type Basis, type ComparedRow, getLengthBy } from '../../../core/compare/comparison.ts';
import type { Span } from '../../../core/measure/published-lengths.ts';
import type { Table, TableCell, TableRow } from '../../../core/compare/table.ts';
import {
  buildCountCell,
  buildCountriesCell,
  buildDetourCell,
  buildDifferenceCell,
  buildEndsCell,
  buildEstimatedCell,
  buildFiguresCell,
  buildMeasuredCell,
  buildPublishedCell,
  buildSharesCell,
  buildStraightCell,
  buildTimesCell,
  buildUnbuiltCell,
  getLetter,
  type Share,
  type TableOptions,
} from './table-cells.ts';
import { joinParts } from '../../../i18n/punctuation.ts';

export function buildTable(rows: readonly ComparedRow[], options: TableOptions): Table {
  const { getName } = options;
  const all = [...buildLengthRows(rows, options), ...buildCountRows(rows, options), ...buildPartRows(rows, options)];
  const main = ['ends', options.basis, 'difference', 'times', 'crossings', 'breaks', 'changes', 'order'];
  const place = ({ key }: TableRow): number => (main.includes(key) ? main.indexOf(key) : main.length);
  return {
    title: joinParts(
      options.tr,
      rows.map((row) => getName(row.text)),
      'dot',
    ),
    warning: options.warning ?? null,
    columns: rows.map((row) => ({ text: row.text, letter: getLetter(row), name: getName(row.text) })),
    rows: all.map((row) => ({ ...row, isMain: main.includes(row.key) })).sort((a, b) => place(a) - place(b)),
  };
}

function buildRow(
  key: string,
  label: string,
  rows: readonly ComparedRow[],
  buildCell: (row: ComparedRow) => TableCell,
  { isNumeric = false, best = [] }: { isNumeric?: boolean; best?: readonly number[] } = {},
): TableRow {
  return { key, label, cells: rows.map(buildCell), isMain: false, isNumeric, best };
}

/** The places of the least values; none where all are, or one is not known, or the rows do not compare. */
function findLeast(values: readonly (Span | null)[], { isComparable = true }: TableOptions): number[] {
  const known = values.filter((value) => value !== null);
  if (!isComparable || known.length < values.length || known.length < 2) return [];
  const least = known.toSorted((a, b) => a.high - b.high)[0]!;
  // A length whose interval reaches into that of the least may be the least itself.
  const best = known.flatMap(({ low }, i) => (low <= least.high ? [i] : []));
  return best.length === known.length ? [] : best;
}

function buildLengthRows(rows: readonly ComparedRow[], options: TableOptions): TableRow[] {
  const { tr, base } = options;
  const letter = getLetter(base);
  const build = (key: string, label: string, buildCell: (row: ComparedRow) => TableCell, basis?: Basis): TableRow =>
    buildRow(key, label, rows, buildCell, {
      isNumeric: true,
      best: basis
        ? findLeast(
            rows.map((row) => getLengthBy(row, basis)),
            options,
          )
        : [],
    });
  const difference = (kind: 'km' | 'share') => (row: ComparedRow) => buildDifferenceCell(kind, row, options);
  return [
    buildRow('ends', tr.t('compare.m.ends'), rows, (row) => buildEndsCell(row, options)),
    build('estimated', tr.t('compare.m.estimated'), (row) => buildEstimatedCell(row, options), 'estimated'),
    build('drawn', tr.t('compare.m.drawn'), (row) => buildMeasuredCell(row, options), 'drawn'),
    build('published', tr.t('compare.m.published'), (row) => buildPublishedCell(row, options), 'published'),
    // One alone differs from nothing.
    ...(rows.length > 1
      ? [
          build('difference', tr.t('compare.m.difference', { letter }), difference('km')),
          build('share', tr.t('compare.m.share', { letter }), difference('share')),
        ]
      : []),
    build('straight', tr.t('compare.m.straight'), (row) => buildStraightCell(row, options)),
    build('detour', tr.t('compare.m.detour'), (row) => buildDetourCell(row, options)),
  ];
}

function buildCountRows(rows: readonly ComparedRow[], options: TableOptions): TableRow[] {
  const { tr } = options;
  const build = (key: 'crossings' | 'breaks' | 'changes', count: (row: ComparedRow) => number | null): TableRow => {
    const spans = rows.map(count).map((n) => (n === null ? null : { low: n, high: n }));
    const style = { isNumeric: true, best: findLeast(spans, options) };
    const buildCell = (row: ComparedRow) => buildCountCell(count(row), tr.t(`compare.how.${key}`), options);
    return buildRow(key, tr.t(`compare.m.${key}`), rows, buildCell, style);
  };
  return [
    build('crossings', (row) => row.borderCrossings),
    build('breaks', (row) => row.gaugeBreaks),
    build('changes', (row) => row.modeChanges),
  ];
}

function buildPartRows(rows: readonly ComparedRow[], options: TableOptions): TableRow[] {
  const { tr } = options;
  const buildShares = (key: 'countries' | 'modes' | 'gauges' | 'status', split: (row: ComparedRow) => Share[]): TableRow =>
    buildRow(key, tr.t(`compare.m.${key}`), rows, (row) => buildSharesCell(row, split(row), options));
  return [
    buildRow('unbuilt', tr.t('compare.m.unbuilt'), rows, (row) => buildUnbuiltCell(row, options), { isNumeric: true }),
    buildRow('order', tr.t('compare.m.order'), rows, (row) => buildCountriesCell(row, options)),
    buildShares('countries', (row) => row.byCountry.map(({ code, km }) => ({ name: tr.country(code), km }))),
    buildShares('modes', (row) => row.byMode.map(({ mode, km }) => ({ name: tr.t(`mode.${mode}`), km }))),
    buildShares('gauges', (row) => row.byGauge.map(({ gaugeMm, km }) => ({ name: tr.gauge(gaugeMm), km }))),
    buildShares('status', (row) => row.byStatus.map(({ status, km }) => ({ name: tr.t(`status.${status}`), km }))),
    buildRow('times', tr.t('compare.m.times'), rows, (row) => buildTimesCell(row, options)),
    buildRow('capacity', tr.t('compare.m.capacity'), rows, (row) => buildFiguresCell(row, row.capacity, options)),
  ];
}
