/** Words, numbers, units and dates of one language. Pure: the same for page, picture and test. */
import { getLanguage, type Lang, type Language, type Text } from '../core/dataset/model.ts';
import { bindText } from '../core/dataset/line-breaks.ts';
import { INTERNATIONAL_WATERS } from '../core/measure/measure.ts';
import type { Dictionary, Key } from './dictionaries/en.ts';
import { createFormats, makeLate } from './formats.ts';
import { isQuoted, nestQuotes } from './quotes.ts';

/** A number that is written in another way than alone, such as a span: its last value chooses the plural form. */
interface Counted {
  value: number;
  text: string;
}

type Params = Readonly<Record<string, string | number | Counted>>;

export interface Translator<K extends string = Key> {
  lang: Lang;
  /**
   * The sentence of a key; `{name}` is filled in, `{n|one:# stop|other:# stops}` chooses by number. What is filled in between quotation
   * marks, and has such marks itself, takes inner ones.
   */
  t(key: K, params?: Params): string;
  /** True where the dictionary has the key: for keys that are made from data, such as `unit.Mt`. */
  has(key: string): key is Key;
  number(value: number, digits?: number): string;
  /** Large numbers with their word: "1.5 million", "5" and "6.5 million", "150万". */
  large(values: readonly number[]): string[];
  /** A length in kilometres, rounded as far as it is known: whole from 100 km on. */
  km(value: number): string;
  /** A gauge in millimetres, never with a separator. */
  gauge(mm: number): string;
  percent(share: number, digits?: number): string;
  /** "40.0123° N, 49.4567° E". */
  position(at: readonly [lon: number, lat: number], digits: number): string;
  /** "2017", "May 2018" or "30 October 2017", as precise as the text is. */
  date(iso: string): string;
  country(code: string): string;
  list(items: readonly string[]): string;
  /** Names one after the other, without "and". */
  names(items: readonly string[]): string;
  /** Which of two names comes first in a list, as `sort` wants it. */
  compare(a: string, b: string): number;
  direction: Language['direction'];
  /** What follows one another, with arrows in the direction of reading. */
  chain(items: readonly string[]): string;
}

const PLURAL = /\{(\w+)\|([^}]*)\}/g;
const SLOT = /\{(\w+)\}/g;
/** Signs that run from left to right, as far as names, codes and quoted files have them: figures of Europe, Latin to Armenian, and Georgian. */
const LEFT_TO_RIGHT = /[\dA-Za-z\u00c0-\u058f\u10a0-\u10ff]/;

/**
 * A value for the middle of a sentence that runs from right to left: what runs the other way keeps its signs and numbers beside it. One of
 * several parts, each of them kept so, runs as the sentence does.
 */
const isolate = (value: string): string =>
  LEFT_TO_RIGHT.test(value) ? `${value.includes('\u2068') ? '\u2067' : '\u2068'}${value}\u2069` : value;

/** `countries`: names by code, of the dataset; without them the browser's own are taken. */
export function translator<K extends string = never>(
  lang: Lang,
  words: Dictionary & Readonly<Record<NoInfer<K>, string>>,
  countries: Readonly<Record<string, Text>> = {},
): Translator<K | Key> {
  const formats = createFormats(lang, words);
  const { direction } = getLanguage(lang);
  const fit = direction === 'rtl' ? isolate : String;
  const getRegions = makeLate(() => new Intl.DisplayNames([lang], { type: 'region' }));
  const number = (value: number, digits = 1) => formats.number(value, { maximumFractionDigits: digits });

  const choose = (forms: string, { value, text }: Counted): string => {
    const table = new Map(forms.split('|').map((form) => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]));
    return (table.get(formats.plural(value)) ?? table.get('other') ?? '').replace('#', text);
  };
  const count = (param: Params[string] | undefined): Counted =>
    typeof param === 'object' ? param : { value: Number(param), text: number(Number(param)) };
  const t = (key: K | Key, params: Params = {}): string => {
    const text = words[key]
      .replace(PLURAL, (_, name: string, forms: string) => choose(forms, count(params[name])))
      .replace(SLOT, (slot, name: string, at: number, template: string) => {
        const value = params[name];
        if (value === undefined) return slot;
        if (typeof value === 'number') return number(value);
        const written = typeof value === 'string' ? value : value.text;
        return fit(isQuoted(template, at, lang) ? nestQuotes(written, lang) : written);
      });
    return bindText(text, lang);
  };

  return {
    lang,
    t,
    has: (key): key is Key => Object.hasOwn(words, key),
    number,
    large: formats.large,
    km: (value) => formats.kilometres(value, Math.abs(value) < 100 ? 1 : 0),
    gauge: formats.millimetres,
    percent: (share, digits = 0) => {
      const least = 10 ** -(digits + 2);
      return share > 0 && share < least ? `<${formats.percent(least, digits)}` : formats.percent(share, digits);
    },
    position: ([lon, lat], digits) =>
      t('position.both', {
        // Each on one line: only the comma between them may end one.
        lat: t(lat < 0 ? 'position.south' : 'position.north', { n: number(Math.abs(lat), digits) }).replaceAll(' ', '\u00a0'),
        lon: t(lon < 0 ? 'position.west' : 'position.east', { n: number(Math.abs(lon), digits) }).replaceAll(' ', '\u00a0'),
      }),
    date: (iso) => formats.date(iso.split('-').map(Number)),
    country: (code) =>
      code === INTERNATIONAL_WATERS ? t('country.waters') : (countries[code]?.[lang] ?? getRegions().of(code) ?? code),
    list: (items) => formats.list(items.map(fit)),
    names: (items) => items.map(fit).join(t('join.names')),
    compare: formats.compare,
    direction,
    chain: (items) => items.map(fit).join(direction === 'rtl' ? ' ← ' : ' → '),
  };
}
