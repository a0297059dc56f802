/** Published figures as words. */
import { type Figure, getLanguage } from '../core/dataset/model.ts';
import { glueLast } from './formats.ts';
import type { Translator } from './translate.ts';

/** Units that the data give in millions or more: the unit that is written, and how many of it one is. */
const SCALED: Readonly<Record<string, readonly [unit: string, factor: number]>> = { Mt: ['t', 1e6], 'EUR-bn': ['EUR', 1e9] };

/** The value of a figure with its unit and period: a number, a span or a limit; empty where it is a statement only. */
export function formatFigure(tr: Translator, { value, min, max, unit = 'count', per }: Figure): string {
  const write = (numbers: readonly number[]): string => {
    const text = formatNumbers(tr, numbers, unit);
    return per ? tr.t(`per.${per}`, { value: text }) : text;
  };
  if (value !== undefined) return write([value]);
  if (min !== undefined && max !== undefined) return write([min, max]);
  if (min !== undefined) return tr.t('figure.atLeast', { value: write([min]) });
  if (max !== undefined) return tr.t('figure.atMost', { value: write([max]) });
  return '';
}

/** Whether numbers of things are written with the word of ten thousand, where a language counts by it: "10万", but "76,775". */
const isRound = (tr: Translator, values: readonly number[]): boolean =>
  getLanguage(tr.lang).countsTenThousands === true && values.every((n) => n >= 10_000 && n % 100 === 0);

/** One number with its unit, or the two of a span. */
function formatNumbers(tr: Translator, numbers: readonly number[], unit: string): string {
  const [base, factor] = SCALED[unit] ?? [unit, 1];
  const values = numbers.map((n) => (factor === 1 ? n : Math.round(n * factor)));
  const [low = '', high] = factor === 1 && !isRound(tr, values) ? values.map((n) => tr.number(n, 2)) : tr.large(values);
  const text = high === undefined ? low : tr.t('figure.between', { low, high });
  const key = `unit.${base}`;
  return glueLast(tr.has(key) ? tr.t(key, { n: { value: values.at(-1) ?? 0, text } }) : `${text} ${base}`);
}

/** How old the evidence of statuses is: from when to when, or the one day. */
export const formatEvidenceSpan = (tr: Translator, { oldest, newest }: { oldest: string; newest: string }): string =>
  oldest === newest
    ? tr.t('status.asOfDay', { date: tr.date(newest) })
    : tr.t('status.asOfSpan', { oldest: tr.date(oldest), newest: tr.date(newest) });
