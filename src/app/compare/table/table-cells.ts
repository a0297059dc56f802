/** The kinds of cells that the table of a comparison has, each with its method and sources. */
import {
  type Basis,
  type ComparedFigure,
  type ComparedRow,
  computeDetour,
  computeDifference,
} from '../../../core/compare/comparison.ts';
import { getItemStyle } from '../../../core/compare/comparison-style.ts';
import { isAmongTimes, listTimes } from '../../../core/compare/other-figures.ts';
import type { TableCell } from '../../../core/compare/table.ts';
import type { TimeDistance } from '../../../core/compare/time-distance.ts';
import { SPHERE_ERROR } from '../../../core/measure/measure.ts';
import type { LengthModel } from '../../../core/dataset/schema/length-model.ts';
import { explainEstimate, formatInterval } from '../../../i18n/lengths.ts';
import { formatUnknown, listKnown } from '../../../i18n/times/time-chart.ts';
import { addAside, addSign, formatDifference, formatPair, joinParts } from '../../../i18n/punctuation.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { formatFigureLine } from '../../figures/format-figure-line.ts';
import { formatSpan } from './format-published.ts';

export interface TableOptions {
  tr: Translator;
  getName(id: string): string;
  /** What is published of how long a row takes. */
  getTimes(row: ComparedRow): TimeDistance;
  /** How lengths are estimated. */
  model: LengthModel | null;
  /** Which length differences and detours are computed from. */
  basis: Basis;
  /** The row that the others are compared with. */
  base: ComparedRow;
  /** False where the ends differ, so that lengths do not compare; true where it is left out. */
  isComparable?: boolean;
  /** What must be known to read the figures. */
  warning?: string | null;
}

/** A part of a row's length. */
export interface Share {
  name: string;
  km: number;
}

/** Kinds of figures that the label of their row already names. */
const NAMED_BY_LABEL = new Set(['transit-time', 'capacity']);

export const getLetter = (row: ComparedRow): string => getItemStyle(row.slot).letter;

const collectPublishedSources = ({ printed }: ComparedRow): string[] => [
  ...new Set([...printed.whole, ...printed.parts].flatMap(({ sources }) => sources)),
];
const collectMeasuredSources = ({ resolvedPath }: ComparedRow): string[] => [
  ...new Set(resolvedPath.legs.flatMap(({ link }) => link.properties.sources)),
];

/** For what is not known of an imported route: it must not read as none. */
const buildUnknownCell = ({ tr }: TableOptions): TableCell => ({
  lines: [tr.t('compare.unknown')],
  value: null,
  how: [tr.t('compare.how.imported')],
  sources: [],
});

/** A figure and its interval below it: on one line they broke within the interval. */
const listFigure = (tr: Translator, figure: string, interval: string | null): string[] => [
  figure,
  ...(interval === null ? [] : [addAside(tr, '', [interval]).trim()]),
];

/** The length to quote, with how it was computed. */
export function buildEstimatedCell({ estimate }: ComparedRow, { tr, model }: TableOptions): TableCell {
  const interval = estimate && estimate.low < estimate.high ? formatInterval(tr, estimate) : null;
  return {
    lines: estimate ? listFigure(tr, tr.km(estimate.km), interval) : [tr.t('compare.noEstimate')],
    value: estimate?.km ?? null,
    how: estimate ? explainEstimate(tr, estimate, model) : [tr.t('compare.how.imported')],
    sources: [...new Set(estimate?.sections.flatMap(({ sources }) => sources))],
  };
}

export const buildMeasuredCell = (row: ComparedRow, { tr }: TableOptions): TableCell => ({
  lines: [tr.km(row.drawnKm)],
  value: row.drawnKm,
  how: [
    tr.t('compare.how.drawn', { vertices: row.vertices }),
    tr.t('compare.how.sphere', { share: tr.percent(SPHERE_ERROR, 1) }),
  ],
  sources: collectMeasuredSources(row),
});

export const buildPublishedCell = (row: ComparedRow, { tr }: TableOptions): TableCell => ({
  lines: [
    row.published ? formatSpan(tr, row.published) : tr.t('compare.noWhole'),
    ...(row.printed.parts.length > 0 ? [tr.t('compare.parts', { n: row.printed.parts.length })] : []),
  ],
  value: row.published?.low ?? null,
  how: [tr.t('compare.how.published')],
  sources: collectPublishedSources(row),
});

/** How much longer a row is than the first, in kilometres or as a share. */
export function buildDifferenceCell(kind: 'km' | 'share', row: ComparedRow, options: TableOptions): TableCell {
  const { tr, basis, base, isComparable = true } = options;
  const how = [tr.t('compare.how.difference', { letter: getLetter(row), base: getLetter(base) }), tr.t(`compare.by.${basis}`)];
  if (row === base) return { lines: [tr.t('compare.reference')], value: 0, how, sources: [] };
  if (!isComparable) return { lines: [tr.t('compare.otherEnds')], value: null, how, sources: [] };
  const sources = basis === 'published' ? [...collectPublishedSources(row), ...collectPublishedSources(base)] : [];
  const difference = computeDifference(row, base, basis);
  if (!difference) return { lines: [formatMissing(tr, basis)], value: null, how, sources };
  const { low, high, middle } = difference[kind];
  const write = kind === 'km' ? tr.km : (share: number) => tr.percent(share);
  const format = (value: number) => addSign(tr, value, write(value));
  const bounds =
    format(low) === format(high)
      ? formatDifference(tr, low, write)
      : tr.t('compare.between', { low: format(low), high: format(high) });
  return {
    lines: [
      ...(middle === undefined ? [bounds] : listFigure(tr, formatDifference(tr, middle, write), bounds)),
      ...(difference.isTie ? [tr.t('compare.tie')] : []),
    ],
    value: middle ?? low,
    how,
    sources,
  };
}

/** What to say where there is no length by a basis. */
const formatMissing = (tr: Translator, basis: Basis): string =>
  tr.t(basis === 'estimated' ? 'compare.noEstimate' : 'compare.noWhole');

export const buildStraightCell = (row: ComparedRow, options: TableOptions): TableCell => ({
  lines: [options.tr.km(row.straightKm)],
  value: row.straightKm,
  how: [options.tr.t('compare.how.straight', formatEnds(row, options))],
  sources: [],
});

/** Between which places a row runs. */
export function buildEndsCell(row: ComparedRow, options: TableOptions): TableCell {
  const { tr } = options;
  return { lines: [tr.t('time.place', formatEnds(row, options))], value: null, how: [tr.t('compare.how.ends')], sources: [] };
}

/** The two ends of a row in words: places, kilometres of a route, or positions of a reader's own line. */
export function formatEnds(
  { nodes, resolvedPath, text, item, line }: ComparedRow,
  { getName, tr }: Pick<TableOptions, 'getName' | 'tr'>,
): { from: string; to: string } {
  if (item.kind === 'imported') {
    const format = (position: readonly [number, number] | undefined) => (position ? tr.position(position, 2) : '');
    return { from: format(line[0]), to: format(line.at(-1)) };
  }
  const format = (id: string, km: number | undefined) =>
    id.includes('@') ? tr.t('section.point', { km: tr.number(km ?? 0, 1) }) : getName(id);
  return {
    from: format(nodes[0]?.id ?? text, resolvedPath.on?.fromKm),
    to: format(nodes.at(-1)?.id ?? text, resolvedPath.on?.toKm),
  };
}

export function buildDetourCell(row: ComparedRow, { tr, basis }: TableOptions): TableCell {
  const detour = computeDetour(row, basis);
  const low = detour ? tr.number(detour.low, 2) : '';
  const high = detour ? tr.number(detour.high, 2) : '';
  return {
    lines: [!detour ? formatMissing(tr, basis) : low === high ? low : tr.t('figure.between', { low, high })],
    value: detour?.low ?? null,
    how: [tr.t('compare.how.detour'), tr.t(`compare.by.${basis}`)],
    sources: basis === 'published' ? collectPublishedSources(row) : [],
  };
}

/** @param value null where it is not known */
export function buildCountCell(value: number | null, how: string, options: TableOptions): TableCell {
  return value === null ? buildUnknownCell(options) : { lines: [options.tr.number(value)], value, how: [how], sources: [] };
}

export function buildUnbuiltCell({ unbuiltKm }: ComparedRow, options: TableOptions): TableCell {
  const { tr } = options;
  if (unbuiltKm === null) return buildUnknownCell(options);
  return {
    lines: [unbuiltKm > 0 ? tr.km(unbuiltKm) : tr.t('compare.none')],
    value: unbuiltKm,
    how: [tr.t('compare.how.shares')],
    sources: [],
  };
}

/** The countries in the order of travel. */
export function buildCountriesCell(row: ComparedRow, options: TableOptions): TableCell {
  const { tr } = options;
  if (row.countries.length === 0) return buildUnknownCell(options);
  return {
    lines: [tr.chain(row.countries.map(tr.country))],
    value: new Set(row.countries).size,
    how: [tr.t(row.item.kind === 'imported' ? 'import.countriesHow' : 'compare.how.crossings')],
    sources: [],
  };
}

export function buildSharesCell(row: ComparedRow, shares: readonly Share[], options: TableOptions): TableCell {
  const { tr } = options;
  if (row.item.kind === 'imported' && shares.length === 0) return buildUnknownCell(options);
  return {
    lines: shares.length > 0 ? shares.map(({ name, km }) => `${name} ${tr.km(km)}`) : [tr.t('compare.none')],
    value: Math.max(0, ...shares.map(({ km }) => km)),
    how: [tr.t('compare.how.shares')],
    sources: [],
  };
}

/** Published times, each kind and year for itself, and figures of the route that are none of them. */
export function buildTimesCell(row: ComparedRow, options: TableOptions): TableCell {
  const { tr, getName } = options;
  if (row.item.kind === 'imported') return buildUnknownCell(options);
  const chart = options.getTimes(row);
  const times = listTimes(chart);
  const others = row.transit.filter(({ figure }) => !isAmongTimes(figure, times));
  const known = listKnown(tr, chart, getName);
  const figures = buildFiguresCell(row, others, options);
  const lines = [...known, ...(others.length > 0 ? figures.lines : [])];
  return {
    lines: lines.length > 0 ? lines : [tr.t('compare.none')],
    value: null,
    how: [tr.t('compare.how.times'), ...(known.length > 0 ? formatUnknown(tr, chart, getName) : [])],
    sources: [...new Set([...times.flatMap(({ sources }) => sources), ...figures.sources])],
  };
}

export function buildFiguresCell(row: ComparedRow, figures: readonly ComparedFigure[], options: TableOptions): TableCell {
  const { tr, getName } = options;
  if (row.item.kind === 'imported') return buildUnknownCell(options);
  const lines = figures.map(({ figure, corridor }) => {
    const value = formatFigureLine(tr, figure);
    const line = NAMED_BY_LABEL.has(figure.kind) ? value : formatPair(tr, tr.t(`figure.${figure.kind}`), value);
    const scope = corridor ? [tr.t('compare.ofCorridor', { name: getName(corridor) })] : [];
    return joinParts(tr, [line, ...scope], 'dot');
  });
  return {
    lines: lines.length > 0 ? lines : [tr.t('compare.none')],
    value: null,
    how: [tr.t('compare.how.figures')],
    sources: [...new Set(figures.flatMap(({ figure }) => figure.sources))],
  };
}
