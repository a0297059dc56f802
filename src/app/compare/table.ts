/** The figures of a comparison as a table in the reader's language, with the method and the sources of each. */
import {
  type Basis,
  type ComparedFigure,
  type ComparedRow,
  computeDetour,
  computeDifference,
} from '../../core/compare/comparison.ts';
import type { Table, TableCell, TableRow } from '../../core/compare/table.ts';
import type { PublishedLengthMatch, Span } from '../../core/measure/published-lengths.ts';
import { getText } from '../../core/dataset/dataset.ts';
import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { SPHERE_ERROR } from '../../core/measure/measure.ts';
import type { Translator } from '../../i18n/translate.ts';
import { figureLine } from './format-figure.ts';

export interface TableOptions {
  tr: Translator;
  getName(id: string): string;
  basis: Basis;
  /** The row that the others are compared with. */
  base: ComparedRow;
}

/** Whole kilometres from 100 on; a sign where it is a difference. */
const signed = (words: string, value: number): string => (value > 0 ? `+${words}` : words.replace('-', '−'));

function spanKm(tr: Translator, { low, high }: Span): string {
  return low === high ? tr.km(low) : tr.t('length.spread', { low: tr.number(low, 0), high: tr.km(high) });
}

/** A printed length with what it covers. */
export function printedLine(
  { tr, getName }: Pick<TableOptions, 'tr' | 'getName'>,
  { km, spread, ends, note }: PublishedLengthMatch,
): string {
  return [
    spread ? spanKm(tr, { low: spread[0], high: spread[1] }) : tr.km(km),
    ...(ends ? [tr.t('compare.partOf', { from: getName(ends[0]), to: getName(ends[1]) })] : []),
    ...(note ? [getText(tr.lang, note)] : []),
  ].join(' · ');
}

/** Kinds of figure that the label of their row names. */
const PLAIN = new Set(['transit-time', 'capacity']);

export function tableOf(rows: readonly ComparedRow[], options: TableOptions): Table {
  const { tr, getName, basis, base } = options;
  const letter = (row: ComparedRow) => getItemStyle(row.slot).letter;
  const line = (key: string, label: string, cell: (row: ComparedRow) => TableCell): TableRow => ({
    key,
    label,
    cells: rows.map(cell),
  });
  /** What nobody knows of a reader's own route is not counted as none. */
  const unknown: TableCell = { lines: [tr.t('compare.unknown')], value: null, how: [tr.t('compare.how.imported')], sources: [] };
  const count = (key: string, label: string, how: string, valueOf: (row: ComparedRow) => number | null): TableRow =>
    line(key, label, (row) => {
      const value = valueOf(row);
      return value === null ? unknown : { lines: [tr.number(value)], value, how: [how], sources: [] };
    });
  const shares = (key: string, label: string, of: (row: ComparedRow) => { name: string; km: number }[]): TableRow =>
    line(key, label, (row) => {
      const parts = of(row);
      if (row.item.kind === 'imported' && parts.length === 0) return unknown;
      const lines = parts.map(({ name, km }) => `${name} ${tr.km(km)}`);
      const largest = Math.max(0, ...parts.map(({ km }) => km));
      return {
        lines: lines.length > 0 ? lines : [tr.t('compare.none')],
        value: largest,
        how: [tr.t('compare.how.shares')],
        sources: [],
      };
    });
  const difference = (key: 'difference' | 'share', say: (value: number) => string): TableRow =>
    line(key, tr.t(`compare.m.${key}`, { letter: letter(base) }), (row) => {
      const found = computeDifference(row, base, basis);
      const how = [
        tr.t('compare.how.difference', { letter: letter(row), base: letter(base) }),
        tr.t(basis === 'drawn' ? 'compare.by.drawn' : 'compare.by.published'),
      ];
      const sources = basis === 'published' ? [...printedSources(row), ...printedSources(base)] : [];
      if (row === base) return { lines: [tr.t('compare.reference')], value: 0, how, sources: [] };
      if (!found) return { lines: [tr.t('compare.noWhole')], value: null, how, sources: [] };
      const span = key === 'difference' ? found.km : found.share;
      const [low, high] = [say(span.low), say(span.high)];
      return { lines: [low === high ? low : tr.t('figure.between', { low, high })], value: span.low, how, sources };
    });
  const figures = (key: 'transit' | 'capacity', of: (row: ComparedRow) => ComparedFigure[]): TableRow =>
    line(key, tr.t(`compare.m.${key}`), (row) => {
      if (row.item.kind === 'imported') return unknown;
      const all = of(row);
      const said = all.map(({ figure, corridor }) =>
        [
          `${PLAIN.has(figure.kind) ? '' : `${tr.t(`figure.${figure.kind}`)}: `}${figureLine(tr, figure)}`,
          ...(corridor ? [tr.t('compare.ofCorridor', { name: getName(corridor) })] : []),
        ].join(' · '),
      );
      return {
        lines: said.length > 0 ? said : [tr.t('compare.none')],
        value: null,
        how: [tr.t('compare.how.figures')],
        sources: [...new Set(all.flatMap(({ figure }) => figure.sources))],
      };
    });

  return {
    title: rows.map((row) => getName(row.text)).join(' · '),
    columns: rows.map((row) => ({ text: row.text, letter: letter(row), name: getName(row.text) })),
    rows: [
      line('drawn', tr.t('compare.m.drawn'), (row) => ({
        lines: [tr.km(row.drawnKm)],
        value: row.drawnKm,
        how: [
          tr.t('compare.how.drawn', { vertices: row.vertices }),
          tr.t('compare.how.sphere', { share: `${tr.number(SPHERE_ERROR * 100)} %` }),
        ],
        sources: drawnSources(row),
      })),
      line('published', tr.t('compare.m.published'), (row) => ({
        lines: [
          row.published ? spanKm(tr, row.published) : tr.t('compare.noWhole'),
          ...(row.printed.parts.length > 0 ? [tr.t('compare.parts', { n: row.printed.parts.length })] : []),
        ],
        value: row.published?.low ?? null,
        how: [tr.t('compare.how.published')],
        sources: printedSources(row),
      })),
      difference('difference', (km) => signed(tr.km(km), km)),
      difference('share', (share) => signed(tr.percent(share), share)),
      line('straight', tr.t('compare.m.straight'), (row) => ({
        lines: [tr.km(row.straightKm)],
        value: row.straightKm,
        how: [tr.t('compare.how.straight', endsOf(row, options))],
        sources: [],
      })),
      line('detour', tr.t('compare.m.detour'), (row) => {
        const found = computeDetour(row, basis);
        const [low, high] = found ? [tr.number(found.low, 2), tr.number(found.high, 2)] : ['', ''];
        return {
          lines: [!found ? tr.t('compare.noWhole') : low === high ? low : tr.t('figure.between', { low, high })],
          value: found?.low ?? null,
          how: [tr.t('compare.how.detour'), tr.t(basis === 'drawn' ? 'compare.by.drawn' : 'compare.by.published')],
          sources: basis === 'published' ? printedSources(row) : [],
        };
      }),
      count('crossings', tr.t('compare.m.crossings'), tr.t('compare.how.crossings'), (row) => row.borderCrossings),
      count('breaks', tr.t('compare.m.breaks'), tr.t('compare.how.breaks'), (row) => row.gaugeBreaks),
      count('changes', tr.t('compare.m.changes'), tr.t('compare.how.changes'), (row) => row.modeChanges),
      line('unbuilt', tr.t('compare.m.unbuilt'), ({ unbuiltKm }) =>
        unbuiltKm === null
          ? unknown
          : {
              lines: [unbuiltKm > 0 ? tr.km(unbuiltKm) : tr.t('compare.none')],
              value: unbuiltKm,
              how: [tr.t('compare.how.shares')],
              sources: [],
            },
      ),
      line('order', tr.t('compare.m.order'), (row) =>
        row.countries.length === 0
          ? unknown
          : {
              lines: [row.countries.map((code) => tr.country(code)).join(' → ')],
              value: new Set(row.countries).size,
              how: [tr.t(row.item.kind === 'imported' ? 'import.countriesHow' : 'compare.how.crossings')],
              sources: [],
            },
      ),
      shares('countries', tr.t('compare.m.countries'), (row) =>
        row.byCountry.map(({ code, km }) => ({ name: tr.country(code), km })),
      ),
      shares('modes', tr.t('compare.m.modes'), (row) => row.byMode.map(({ mode, km }) => ({ name: tr.t(`mode.${mode}`), km }))),
      shares('gauges', tr.t('compare.m.gauges'), (row) =>
        row.byGauge.map(({ gaugeMm, km }) => ({ name: `${tr.number(gaugeMm)} mm`, km })),
      ),
      shares('status', tr.t('compare.m.status'), (row) =>
        row.byStatus.map(({ status, km }) => ({ name: tr.t(`status.${status}`), km })),
      ),
      figures('transit', ({ transit }) => transit),
      figures('capacity', ({ capacity }) => capacity),
    ],
  };
}

const printedSources = ({ printed }: ComparedRow): string[] => [
  ...new Set([...printed.whole, ...printed.parts].flatMap(({ sources }) => sources)),
];
const drawnSources = ({ resolvedPath }: ComparedRow): string[] => [
  ...new Set(resolvedPath.legs.flatMap(({ link }) => link.properties.sources)),
];

function endsOf(
  { nodes, resolvedPath, text, item, line }: ComparedRow,
  { getName, tr }: TableOptions,
): { from: string; to: string } {
  if (item.kind === 'imported') {
    const place = ([lon, lat]: readonly [number, number]) => `${tr.number(lat, 2)}°, ${tr.number(lon, 2)}°`;
    return { from: place(line[0]!), to: place(line.at(-1)!) };
  }
  const point = (id: string, km: number | undefined) =>
    id.includes('@') ? tr.t('section.point', { km: tr.number(km ?? 0, 1) }) : getName(id);
  return {
    from: point(nodes[0]?.id ?? text, resolvedPath.on?.fromKm),
    to: point(nodes.at(-1)?.id ?? text, resolvedPath.on?.toKm),
  };
}
