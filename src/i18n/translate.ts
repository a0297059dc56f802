/** Words, numbers, units and dates of one language. Pure: the same for page, picture and test. */
import { getLanguage, type Lang, type Text } from '../core/dataset/model.ts';
import { INTERNATIONAL_WATERS } from '../core/measure/measure.ts';
import type { Dictionary, Key } from './dictionaries/en.ts';
import { createFormats } from './formats.ts';

type Params = Readonly<Record<string, string | number>>;

export interface Translator {
  lang: Lang;
  /** The sentence of a key; `{name}` is filled in, `{n|one:# stop|other:# stops}` chooses by number. */
  t(key: Key, params?: Params): string;
  /** True where the dictionary has the key: for keys that are made from data, such as `unit.Mt`. */
  has(key: string): key is Key;
  number(value: number, digits?: number): string;
  /** A length in kilometres, rounded as far as it is known: whole from 100 km on. */
  km(value: number): string;
  percent(share: number): string;
  /** "2017", "May 2018" or "30 October 2017", as precise as the text is. */
  date(iso: string): string;
  country(code: string): string;
  list(items: readonly string[]): string;
}

const PLURAL = /\{(\w+)\|([^}]*)\}/g;
const SLOT = /\{(\w+)\}/g;

/** `countries`: names by code, of the dataset; without them the browser's own are taken. */
export function translator(lang: Lang, words: Dictionary, countries: Readonly<Record<string, Text>> = {}): Translator {
  const formats = createFormats(lang, words);
  const { locale, numbers } = getLanguage(lang);
  const plural = new Intl.PluralRules(numbers ?? locale);
  const regions = new Intl.DisplayNames([lang], { type: 'region' });
  const number = (value: number, digits = 1) => formats.number(value, { maximumFractionDigits: digits });

  const choose = (forms: string, n: number): string => {
    const table = new Map(forms.split('|').map((form) => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]));
    return (table.get(plural.select(n)) ?? table.get('other') ?? '').replace('#', number(n));
  };
  const t = (key: Key, params: Params = {}): string =>
    words[key]
      .replace(PLURAL, (_, name: string, forms: string) => choose(forms, Number(params[name])))
      .replace(SLOT, (slot, name: string) => {
        const value = params[name];
        return value === undefined ? slot : typeof value === 'number' ? number(value) : value;
      });

  return {
    lang,
    t,
    has: (key): key is Key => Object.hasOwn(words, key),
    number,
    km: (value) => formats.kilometres(value, Math.abs(value) < 100 ? 1 : 0),
    percent: (share) => (share > 0 && share < 0.01 ? `<${formats.percent(0.01)}` : formats.percent(share)),
    date: (iso) => formats.date(iso.split('-').map(Number)),
    country: (code) =>
      code === INTERNATIONAL_WATERS ? t('country.waters') : (countries[code]?.[lang] ?? regions.of(code) ?? code),
    list: formats.list,
  };
}
