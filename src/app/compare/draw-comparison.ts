import type { ComparedRow } from '../../core/compare/comparison.ts';
import { computeSegments, findSharedNodes, layoutStrips, type Split } from '../../core/compare/layout.ts';
import type { Table } from '../../core/compare/table.ts';
import { drawComparison } from '../../svg/comparison/comparison.ts';
import type { AppState } from '../state/app-state.ts';
import { formatSplit } from './format-split.ts';

interface ComparisonPictureOptions {
  rows: readonly ComparedRow[];
  table: Table;
  split: Split;
  /** Node that the strips are aligned at, '' for their start; null for the first that all share. */
  align: string | null;
  /** Date of the data, as a sentence; may be empty. */
  asOf: string;
  notes: readonly string[];
}

/** The whole comparison as an SVG in the language of the page. */
export function drawComparisonSvg(
  { dataset, language, getName }: Pick<AppState, 'dataset' | 'language' | 'getName'>,
  { rows, table, split, align, asOf, notes }: ComparisonPictureOptions,
): string {
  const { tr } = language;
  const shared = findSharedNodes(dataset.atlas, rows);
  const node = align === null ? (shared[0] ?? null) : shared.includes(align) ? align : null;
  return drawComparison({
    theme: 'light',
    lang: tr.lang,
    title: table.title,
    asOf: [tr.t('app.name'), asOf].join(' · '),
    table,
    bars: rows.map((row) => {
      const segments = computeSegments(row, split).map((one) => ({ ...one, label: formatSplit(tr, split, one.key) }));
      const said = tr.list(segments.map(({ label, km }) => `${label} ${tr.km(km)}`));
      return { slot: row.slot, km: row.drawnKm, segments, said };
    }),
    barsTitle: tr.t('compare.bars'),
    strips: layoutStrips(dataset.atlas, rows, node),
    stripsTitle: [tr.t('compare.strips'), ...(node ? [`${tr.t('compare.align')} ${getName(node)}`] : [])].join(' · '),
    km: (value) => tr.km(value),
    key: [
      { kind: 'border', label: tr.t('node.border') },
      { kind: 'gauge', label: tr.t('node.gauge-change') },
      { kind: 'port', label: tr.t('node.port') },
    ],
    notes,
  });
}
