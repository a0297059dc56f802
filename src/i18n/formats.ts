/**
 * Numbers, units, dates and lists of a language through `Intl`. Chromium carries no data for Azerbaijani, Georgian and Kazakh: there
 * numbers are borrowed from a language that writes them alike, and the few words that dates need come from the dictionary.
 */
import { bindText, NO_BREAK_SPACE } from '../core/dataset/line-breaks.ts';
import { getLanguage, type Lang, type Language } from '../core/dataset/model.ts';
import type { IntlWords } from './dictionaries/en.ts';

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Large numbers as a newspaper writes them, "1.5 million" or "150万"; the word stands once where two share it. */
  large(values: readonly number[]): string[];
  kilometres(value: number, digits: number): string;
  millimetres(value: number): string;
  /** A share of 1 in per cent. */
  percent(share: number, digits?: number): string;
  /** Which plural form a number takes. */
  plural(value: number): Intl.LDMLPluralRule;
  /** Year, year and month, or the day. */
  date(parts: readonly number[]): string;
  list(items: readonly string[]): string;
  /** Which of two names comes first in a list, as `sort` wants it. */
  compare(a: string, b: string): number;
}

/** A formatter takes long to make: it is made once for the same options. */
function cacheByOptions<Options, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}

/** The same without options: made at its first use, as a page that opens needs few of them. */
export function makeLate<Format>(make: () => Format): () => Format {
  let made: Format | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A figure and its unit stay on one line. */
const glue = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

/** The last figure of a text stays on the line of what follows. */
export const glueLast = (text: string): string => text.replace(/(?<=\p{Nd}) (?=\P{Nd}*$)/u, NO_BREAK_SPACE);

/** A day stays on the line of its month, and a year on that of its word. */
const glueDate = (text: string): string => glueLast(text.replace(/(?<=(?:^|\P{Nd})\p{Nd}{1,2}) (?=\p{L})/u, NO_BREAK_SPACE));

/** Persian newspapers leave out the sign above a word that is joined to the next, and so do the texts here; `Intl` has it in months. */
const JOINED_WORD = '\u0654';

/** What stands before the last item of a list, without the comma before its word. */
const dropComma = (text: string): string => text.replace(/^\p{P}(?=\s+\p{L})/u, '');

function createNumberFormat(locale: string, { groupsThousands }: Language): Formats['number'] {
  // "1.520" could be read as one and a half.
  const useGrouping = groupsThousands ? 'auto' : 'min2';
  const getFormat = cacheByOptions(
    (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { useGrouping, ...options }),
  );
  return (value, options = {}) => getFormat(options).format(value);
}

/** The largest number with a word of its own that a value reaches; 1 where it is written in figures alone. */
const getScale = ({ countsTenThousands }: Language, value: number): number =>
  (countsTenThousands ? [1e4, 1e8, 1e12] : [1e6, 1e9]).findLast((one) => one <= value) ?? 1;

/** The word of a large number is left out where the next one has the same. */
function writeLarge(
  language: Language,
  values: readonly number[],
  split: (value: number, scale: number) => readonly [number: string, word: string],
): string[] {
  return values.map((value, i) => {
    const [scale, next] = [getScale(language, value), values[i + 1]];
    const [number, word] = split(value, scale);
    return next !== undefined && getScale(language, next) === scale ? number : `${number}${word}`;
  });
}

const cache = new Map<Lang, Formats>();

/** The formats of a language, made once. */
export function createFormats(lang: Lang, words: IntlWords): Formats {
  const language = getLanguage(lang);
  const made =
    cache.get(lang) ?? (language.numbers === undefined ? createNative(lang, language) : createBorrowed(language, words));
  cache.set(lang, made);
  return made;
}

function createNative(lang: Lang, language: Language): Formats {
  // The data have dates of one calendar, whatever the reader's country uses beside it.
  const locale = `${language.locale}-u-ca-gregory`;
  const number = createNumberFormat(locale, language);
  const getConjunction = makeLate(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const getRules = makeLate(() => new Intl.PluralRules(locale));
  const getCollator = makeLate(() => new Intl.Collator(locale));
  const getCompact = makeLate(
    () => new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }),
  );
  const splitLarge = (value: number): readonly [number: string, word: string] => {
    const parts = getCompact()
      .formatToParts(value)
      .map(({ type, value: text }) => ({ isWord: type === 'compact', text }));
    const word = parts.findIndex(({ isWord }) => isWord);
    const end = parts[word - 1]?.text.trim() === '' ? word - 1 : word;
    const join = (some: typeof parts) => some.map(({ text }) => text).join('');
    return [join(parts.slice(0, end)), glue(join(parts.slice(end)))];
  };
  const getDateFormat = cacheByOptions((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));
  return {
    number,
    large: (values) => writeLarge(language, values, (value, scale) => (scale === 1 ? [number(value), ''] : splitLarge(value))),
    kilometres: (value, digits) =>
      bindText(glue(number(value, { style: 'unit', unit: 'kilometer', maximumFractionDigits: digits })), lang),
    millimetres: (value) => bindText(glue(number(value, { style: 'unit', unit: 'millimeter', useGrouping: false })), lang),
    percent: (share, digits = 0) => number(share, { style: 'percent', maximumFractionDigits: digits }),
    plural: (value) => getRules().select(value),
    date: ([year = 0, month, day]) => {
      const options: Intl.DateTimeFormatOptions = {
        timeZone: 'UTC',
        year: 'numeric',
        ...(month !== undefined && { month: 'long' }),
        ...(day !== undefined && { day: 'numeric' }),
      };
      const written = getDateFormat(options).format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
      return bindText(glueDate(written.replaceAll(JOINED_WORD, '')), lang);
    },
    list: (items) =>
      getConjunction()
        .formatToParts(items)
        .map(({ type, value }) => (type === 'literal' && language.joinsLastWithoutComma ? dropComma(value) : value))
        .join(''),
    compare: (a, b) => getCollator().compare(a, b),
  };
}

/** Order of an alphabet that browsers do not know: by its letters, then by code points. */
export function compareByAlphabet(a: string, b: string, { locale, alphabet }: { locale: string; alphabet: string }): number {
  const rank = (letter: string | undefined): number => {
    const place = letter === undefined ? -1 : alphabet.indexOf(letter);
    return place >= 0 || letter === undefined ? place : alphabet.length + (letter.codePointAt(0) ?? 0);
  };
  const [left, right] = [a, b].map((text) => [...text.toLocaleLowerCase(locale)]);
  for (const [i, letter] of (left ?? []).entries()) {
    const difference = rank(letter) - rank(right?.[i]);
    if (difference !== 0) return difference;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

/** Signs for decimals and thousands are those of another language, words those of the dictionary. */
function createBorrowed(language: Language, words: IntlWords): Formats {
  const number = createNumberFormat(language.numbers ?? language.locale, language);
  const getRules = makeLate(() => new Intl.PluralRules(language.numbers));
  const fill = (key: keyof IntlWords, values: Readonly<Record<string, string | number>>): string =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const months = words['intl.months']?.split(' ') ?? [];
  return {
    number,
    large: (values) =>
      writeLarge(language, values, (value, scale) => {
        if (scale === 1) return [number(value), ''];
        const word = words[scale === 1e6 ? 'intl.million' : 'intl.billion'] ?? '';
        return [number(value / scale, { maximumFractionDigits: 2 }), `${NO_BREAK_SPACE}${word}`];
      }),
    kilometres: (value, digits) => glue(fill('intl.kilometres', { n: number(value, { maximumFractionDigits: digits }) })),
    millimetres: (value) => glue(fill('intl.millimetres', { n: number(value, { useGrouping: false }) })),
    percent: (share, digits = 0) => `${number(share * 100, { maximumFractionDigits: digits })}%`,
    plural: (value) => getRules().select(value),
    date: ([year = 0, monthOfYear, day]) => {
      const month = monthOfYear === undefined ? undefined : months[monthOfYear - 1];
      if (month === undefined) return String(year);
      return glueDate(day === undefined ? fill('intl.month', { month, year }) : fill('intl.day', { day, month, year }));
    },
    list: (items) =>
      items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${words['intl.and'] ?? ''} ${items.at(-1) ?? ''}`,
    compare: (a, b) => compareByAlphabet(a, b, { locale: language.locale, alphabet: words['intl.alphabet'] ?? '' }),
  };
}
