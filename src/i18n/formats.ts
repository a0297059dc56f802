/**
 * Numbers, units, dates and lists of a language through `Intl`. Chromium carries no data for Azerbaijani and Georgian: there
 * numbers are borrowed from a language that writes them alike, and the few words that dates need are those of CLDR 48.
 */
import type { Lang } from '../core/dataset/model.ts';

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  kilometres(value: number, digits: number): string;
  /** A share of 1 in whole per cent. */
  percent(share: number): string;
  /** Year, year and month, or the day. */
  date(parts: readonly number[]): string;
  list(items: readonly string[]): string;
}

interface Borrowed {
  /** A language with the same signs for decimals and thousands. */
  like: string;
  km: string;
  months: readonly string[];
  day(day: number, month: string, year: number): string;
  month(month: string, year: number): string;
  and: string;
}

const BORROWED: Partial<Record<Lang, Borrowed>> = {
  az: {
    like: 'de',
    km: 'km',
    months: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' '),
    day: (day, month, year) => `${day} ${month} ${year}`,
    month: (month, year) => `${month} ${year}`,
    and: 'və',
  },
  ka: {
    like: 'pl',
    km: 'კმ',
    months: 'იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი'.split(' '),
    day: (day, month, year) => `${day} ${month}, ${year}`,
    month: (month, year) => `${month}, ${year}`,
    and: 'და',
  },
};

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
export function createFormats(lang: Lang): Formats {
  const made =
    cache.get(lang) ?? (BORROWED[lang] ? createBorrowed(BORROWED[lang]) : createNative(lang === 'en' ? 'en-GB' : lang));
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

function createBorrowed({ like, km, months, day: formatDay, month: formatMonth, and }: Borrowed): Formats {
  const number = createNumberFormat(like);
  return {
    number,
    kilometres: (value, digits) => `${number(value, { maximumFractionDigits: digits })}\u00a0${km}`,
    percent: (share) => `${number(share * 100, { maximumFractionDigits: 0 })}%`,
    date: ([year = 0, month, day]) => {
      const name = month === undefined ? undefined : months[month - 1];
      if (name === undefined) return String(year);
      return day === undefined ? formatMonth(name, year) : formatDay(day, name, year);
    },
    list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`),
  };
}
