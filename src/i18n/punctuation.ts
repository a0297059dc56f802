/** What stands between words and figures, as a language writes it. */
import { getLanguage } from '../core/dataset/enums.ts';
import type { Translator } from './translate.ts';

/** What stands side by side without "and"; empty parts are left out. */
export const joinParts = (tr: Translator, parts: readonly string[], sign: 'comma' | 'semicolon' | 'dot' = 'comma'): string =>
  parts.filter(Boolean).join(tr.t(`join.${sign}`));

/** "Text (aside, aside)"; without brackets where there is no aside. */
export function addAside(tr: Translator, text: string, asides: readonly string[]): string {
  const aside = joinParts(tr, asides);
  return aside === '' ? text : tr.t('join.aside', { text, aside });
}

/** Sentences one after the other. A language that writes no spaces between words writes none here. */
export const joinSentences = (tr: Translator, sentences: readonly string[]): string =>
  sentences.filter(Boolean).join(getLanguage(tr.lang).script === 'Hans' ? '' : ' ');

/** A sentence as it stands quoted in a title or a longer one, which has a stop of its own or none. */
export const dropStop = (sentence: string): string => sentence.replace(/[.。]$/, '');

/** "Label: value". */
export const formatPair = (tr: Translator, label: string, value: string): string => tr.t('join.colon', { label, value });

/** A difference with its sign. Beside digits that run within a text from right to left the sign needs a mark to stay before them. */
export const addSign = (tr: Translator, value: number, text: string): string =>
  value > 0 ? `${tr.direction === 'rtl' ? '\u200e' : ''}+${text}` : text.replaceAll('-', '−');

/** A difference with its sign; in words where it rounds to nothing, as a bare nought reads as none of what is compared. */
export function formatDifference(tr: Translator, value: number, format: (size: number) => string): string {
  const size = format(Math.abs(value));
  return size === format(0) ? tr.t('compare.same') : addSign(tr, 1, size).replace('+', value < 0 ? '−' : '+');
}

/** A year or a time of day, which has digits but is no number of things. */
export const writeDigits = (tr: Translator, text: string | number): string =>
  String(text).replace(/[0-9]/g, (digit) => tr.number(Number(digit)));
