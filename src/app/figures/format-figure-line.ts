import type { Figure } from '../../core/dataset/model.ts';
import { getText } from '../../core/dataset/dataset.ts';
import { formatFigure } from '../../i18n/figures.ts';
import { addAside, joinParts } from '../../i18n/punctuation.ts';
import type { Translator } from '../../i18n/translate.ts';

/** A figure in a line: what it is where that needs saying, its value, its year, its state, and what it speaks of. */
export function formatFigureLine(tr: Translator, figure: Figure): string {
  const { when, state, text, note } = figure;
  const aside = [
    ...(when ? [tr.date(when.slice(0, 10).split('/')[0] ?? '')] : []),
    ...(state && state !== 'actual' ? [tr.t(`state.${state}`)] : []),
  ];
  const words = [text, note].flatMap((one) => (one ? [getText(tr.lang, one)] : []));
  const value = formatFigure(tr, figure);
  return joinParts(tr, [addAside(tr, value, aside), ...words], 'dot');
}
