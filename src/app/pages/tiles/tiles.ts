/** Facts of a page, each short enough for a tile. */
import type { Figure } from '../../../core/dataset/model.ts';
import { formatFigure } from '../../../i18n/figures.ts';
import { joinParts } from '../../../i18n/punctuation.ts';
import type { Translator } from '../../../i18n/translate.ts';

export interface Tile {
  label: string;
  /** With its unit. */
  value: string;
  /** What it speaks of: a span, a year, names. */
  note?: string;
  /** How it was found. */
  how?: string;
  /** Ids of sources. */
  sources?: readonly string[];
}

/** A page shows the newest of each of these first. */
const FIRST: readonly Figure['kind'][] = [
  'transit-time',
  'capacity',
  'container-capacity',
  'volume',
  'containers',
  'trains',
  'berths',
  'members',
];

const isActual = ({ state }: Figure): boolean => state === undefined || state === 'actual';
const getYear = ({ when = '' }: Figure): string => when.split('/').at(-1) ?? '';

/** The newest figure of each kind that can be said in a number, what is actual before what is planned; `most` of them. */
export function buildFigureTiles(tr: Translator, figures: readonly Figure[], most: number): Tile[] {
  const newest = FIRST.flatMap((kind) => {
    const [first] = figures
      .filter((figure) => figure.kind === kind && formatFigure(tr, figure) !== '')
      .sort((a, b) => Number(isActual(b)) - Number(isActual(a)) || getYear(b).localeCompare(getYear(a)));
    return first ? [first] : [];
  });
  return newest.slice(0, most).map((figure) => ({
    label: tr.t(`figure.${figure.kind}`),
    value: formatFigure(tr, figure),
    note: joinParts(tr, [
      ...(figure.when ? [tr.date(figure.when.slice(0, 10).split('/')[0] ?? '')] : []),
      ...(isActual(figure) ? [] : [tr.t(`state.${figure.state ?? 'planned'}`)]),
    ]),
    sources: figure.sources,
  }));
}
