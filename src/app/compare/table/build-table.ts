/** The figures of a comparison as a table in the reader's language. */
import type { ComparedRow } from '../../../core/compare/comparison.ts';
import type { Table, TableCell, TableRow } from '../../../core/compare/table.ts';
import {
  buildCountCell,
  buildCountriesCell,
  buildDetourCell,
  buildDifferenceCell,
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

export function buildTable(rows: readonly ComparedRow[], options: TableOptions): Table {
  const { getName } = options;
  return {
    title: rows.map((row) => getName(row.text)).join(' · '),
    columns: rows.map((row) => ({ text: row.text, letter: getLetter(row), name: getName(row.text) })),
    rows: [...buildLengthRows(rows, options), ...buildCountRows(rows, options), ...buildPartRows(rows, options)],
  };
}

const buildRow = (
  key: string,
  label: string,
  rows: readonly ComparedRow[],
  buildCell: (row: ComparedRow) => TableCell,
): TableRow => ({ key, label, cells: rows.map(buildCell) });

function buildLengthRows(rows: readonly ComparedRow[], options: TableOptions): TableRow[] {
  const { tr, base } = options;
  const letter = getLetter(base);
  return [
    buildRow('estimated', tr.t('compare.m.estimated'), rows, (row) => buildEstimatedCell(row, options)),
    buildRow('drawn', tr.t('compare.m.drawn'), rows, (row) => buildMeasuredCell(row, options)),
    buildRow('published', tr.t('compare.m.published'), rows, (row) => buildPublishedCell(row, options)),
    buildRow('difference', tr.t('compare.m.difference', { letter }), rows, (row) => buildDifferenceCell('km', row, options)),
    buildRow('share', tr.t('compare.m.share', { letter }), rows, (row) => buildDifferenceCell('share', row, options)),
    buildRow('straight', tr.t('compare.m.straight'), rows, (row) => buildStraightCell(row, options)),
    buildRow('detour', tr.t('compare.m.detour'), rows, (row) => buildDetourCell(row, options)),
  ];
}

function buildCountRows(rows: readonly ComparedRow[], options: TableOptions): TableRow[] {
  const { tr } = options;
  const build = (key: 'crossings' | 'breaks' | 'changes', count: (row: ComparedRow) => number | null): TableRow =>
    buildRow(key, tr.t(`compare.m.${key}`), rows, (row) => buildCountCell(count(row), tr.t(`compare.how.${key}`), options));
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
    buildRow('unbuilt', tr.t('compare.m.unbuilt'), rows, (row) => buildUnbuiltCell(row, options)),
    buildRow('order', tr.t('compare.m.order'), rows, (row) => buildCountriesCell(row, options)),
    buildShares('countries', (row) => row.byCountry.map(({ code, km }) => ({ name: tr.country(code), km }))),
    buildShares('modes', (row) => row.byMode.map(({ mode, km }) => ({ name: tr.t(`mode.${mode}`), km }))),
    buildShares('gauges', (row) => row.byGauge.map(({ gaugeMm, km }) => ({ name: `${tr.number(gaugeMm)} mm`, km }))),
    buildShares('status', (row) => row.byStatus.map(({ status, km }) => ({ name: tr.t(`status.${status}`), km }))),
    buildRow('times', tr.t('compare.m.times'), rows, (row) => buildTimesCell(row, options)),
    buildRow('capacity', tr.t('compare.m.capacity'), rows, (row) => buildFiguresCell(row, row.capacity, options)),
  ];
}
