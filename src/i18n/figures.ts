/** Published figures as words. */
import type { Figure } from '../core/dataset/model.ts';
import type { Translator } from './translate.ts';

/** The value of a figure with its unit: a number, a span or a limit; empty where it is a statement only. */
export function formatFigure(tr: Translator, { value, min, max, unit }: Figure): string {
  const key = `unit.${unit ?? 'count'}`;
  const withUnit = (n: string) => (tr.has(key) ? tr.t(key, { n }) : `${n} ${unit}`);
  const number = (n: number) => tr.number(n, 2);
  if (value !== undefined) return withUnit(number(value));
  if (min !== undefined && max !== undefined) return withUnit(tr.t('figure.between', { low: number(min), high: number(max) }));
  if (min !== undefined) return tr.t('figure.atLeast', { value: withUnit(number(min)) });
  if (max !== undefined) return tr.t('figure.atMost', { value: withUnit(number(max)) });
  return '';
}
