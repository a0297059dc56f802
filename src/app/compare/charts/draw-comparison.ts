import type { ComparedRow } from '../../../core/compare/comparison.ts';
import { findSharedNodes, layoutStrips, type Split } from '../../../core/compare/layout.ts';
import type { Table } from '../../../core/compare/table.ts';
import { getItemStyle } from '../../../core/compare/comparison-style.ts';
import { computeTimeDistance } from '../../../core/compare/time-distance.ts';
import { describeBars, describeStrips, describeTimes } from '../../../i18n/charts.ts';
import { formatUnknown, listKnown } from '../../../i18n/times/time-chart.ts';
import type { ComparisonPicture } from '../../../svg/comparison/layout.ts';
import { getSeriesLabel, hasTimes } from '../../../svg/comparison/time-chart.ts';
import { drawComparison } from '../../../svg/comparison/comparison.ts';
import type { AppState } from '../../state/app-state.ts';
import { joinParts } from '../../../i18n/punctuation.ts';

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

type Needs = Pick<AppState, 'dataset' | 'language' | 'getName'>;

/** The time–distance chart with its key; undefined where no time is known. */
function buildTimes(rows: readonly ComparedRow[], { dataset, language: { tr }, getName }: Needs): ComparisonPicture['times'] {
  const charts = rows.map((row) => computeTimeDistance(dataset.atlas, row));
  if (!charts.some(hasTimes)) return undefined;
  return {
    charts,
    title: tr.t('time.chart'),
    ...describeTimes(tr),
    key: charts.flatMap((chart) => [
      ...listKnown(tr, chart, getName).map((words, i) => `${getSeriesLabel(chart.row.slot, i)}  ${words}`),
      ...(hasTimes(chart) ? formatUnknown(tr, chart, getName) : [tr.t('time.none')]).map(
        (words) => `${getItemStyle(chart.row.slot).letter}  ${words}`,
      ),
    ]),
    method: tr.t('time.method'),
  };
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
    asOf: joinParts(tr, [tr.t('app.name'), asOf], 'dot'),
    table,
    items: rows,
    bars: describeBars(rows, split, { tr, getName }).picture,
    barsTitle: tr.t('compare.bars'),
    strips: describeStrips(layoutStrips(dataset.atlas, rows, node), node, { tr, getName }).picture,
    stripsTitle: joinParts(tr, [tr.t('compare.strips'), ...(node ? [`${tr.t('compare.align')} ${getName(node)}`] : [])], 'dot'),
    times: buildTimes(rows, { dataset, language, getName }),
    notes,
  });
}
