import type { Figure } from '../../core/model.ts';
import { textOf } from '../../core/dataset.ts';
import type { Translator } from '../../i18n/translate.ts';

/** The number or span of a figure with its unit; empty for a mere statement. */
export function figureValue(tr: Translator, { value: one, min, max, unit }: Figure): string {
  const key = `unit.${unit ?? 'count'}`;
  const withUnit = (n: string) => (tr.has(key) ? tr.t(key, { n }) : `${n} ${unit}`);
  const number = (n: number) => tr.number(n, 2);
  if (one !== undefined) return withUnit(number(one));
  if (min !== undefined && max !== undefined) return withUnit(tr.t('figure.between', { low: number(min), high: number(max) }));
  if (min !== undefined) return tr.t('figure.atLeast', { value: withUnit(number(min)) });
  if (max !== undefined) return tr.t('figure.atMost', { value: withUnit(number(max)) });
  return '';
}

/** A figure in a line: what it is where that needs saying, its value, its year, its state, and what it speaks of. */
export function figureLine(tr: Translator, figure: Figure): string {
  const { when, state, text, note } = figure;
  const aside = [
    ...(when ? [tr.date(when.slice(0, 10).split('/')[0] ?? '')] : []),
    ...(state && state !== 'actual' ? [tr.t(`state.${state}`)] : []),
  ];
  const words = [text, note].flatMap((one) => (one ? [textOf(tr.lang, one)] : []));
  const value = figureValue(tr, figure);
  return [`${value}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`, ...words].filter(Boolean).join(' · ');
}
