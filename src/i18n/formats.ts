/**
 * Numbers, units, dates and lists of a language through `Intl`. Chromium carries no data for Azerbaijani, Georgian and Kazakh: there
 * numbers are borrowed from a language that writes them alike, and the few words that dates need come from the dictionary.
 */
import { getLanguage, type Lang } from '../core/dataset/model.ts';
import type { IntlWords } from './dictionaries/en.ts';

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  kilometres(value: number, digits: number): string;
  /** A share of 1 in whole per cent. */
  percent(share: number): string;
  /** Year, year and month, or the day. */
  date(parts: readonly number[]): string;
  list(items: readonly string[]): string;
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

function createNumberFormat(lang: string): Formats['number'] {
  const getFormat = cacheByOptions((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(lang, options));
  return (value, options = {}) => getFormat(options).format(value);
}

const cache = new Map<Lang, Formats>();

/** The formats of a language, made once. */
export function createFormats(lang: Lang, words: IntlWords): Formats {
  const { locale, numbers } = getLanguage(lang);
  // The data have dates of one calendar, whatever the reader's country uses beside it.
  const made =
    cache.get(lang) ?? (numbers === undefined ? createNative(`${locale}-u-ca-gregory`) : createBorrowed(numbers, words));
  cache.set(lang, made);
  return made;
}

function createNative(lang: string): Formats {
  const number = createNumberFormat(lang);
  const conjunction = new Intl.ListFormat(lang, { type: 'conjunction' });
  const getDateFormat = cacheByOptions((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, options));
  return {
    number,
    kilometres: (value, digits) =>
      number(value, { style: 'unit', unit: 'kilometer', maximumFractionDigits: digits })
        // A figure and its unit stay on one line.
        .replaceAll(' ', '\u00a0'),
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 0 }),
    date: ([year = 0, month, day]) =>
      getDateFormat({
        timeZone: 'UTC',
        year: 'numeric',
        ...(month !== undefined && { month: 'long' }),
        ...(day !== undefined && { day: 'numeric' }),
      }).format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))),
    list: (items) => conjunction.format(items),
  };
}

/** @param numbers a language with the same signs for decimals and thousands */
function createBorrowed(numbers: string, words: IntlWords): Formats {
  const number = createNumberFormat(numbers);
  const fill = (key: keyof IntlWords, values: Readonly<Record<string, string | number>>): string =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const months = words['intl.months']?.split(' ') ?? [];
  return {
    number,
    kilometres: (value, digits) =>
      fill('intl.kilometres', { n: number(value, { maximumFractionDigits: digits }) }).replaceAll(' ', '\u00a0'),
    percent: (share) => `${number(share * 100, { maximumFractionDigits: 0 })}%`,
    date: ([year = 0, monthOfYear, day]) => {
      const month = monthOfYear === undefined ? undefined : months[monthOfYear - 1];
      if (month === undefined) return String(year);
      return day === undefined ? fill('intl.month', { month, year }) : fill('intl.day', { day, month, year });
    },
    list: (items) =>
      items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${words['intl.and'] ?? ''} ${items.at(-1) ?? ''}`,
  };
}
