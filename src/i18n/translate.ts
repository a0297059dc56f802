/** Words, numbers, units and dates of one language. Pure: the same for page, picture and test. */
import type { Lang } from '../core/model.ts';
import { INTERNATIONAL_WATERS } from '../core/measure.ts';
import type { Dictionary, Key } from './en.ts';

export type Params = Readonly<Record<string, string | number>>;

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
  languageName(code: string): string;
  list(items: readonly string[]): string;
}

const PLURAL = /\{(\w+)\|([^}]*)\}/g;
const SLOT = /\{(\w+)\}/g;

export function translator(lang: Lang, words: Dictionary): Translator {
  const plural = new Intl.PluralRules(lang);
  const regions = new Intl.DisplayNames([lang], { type: 'region' });
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  const conjunction = new Intl.ListFormat(lang, { type: 'conjunction' });
  const percents = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 });
  const number = (value: number, digits = 1) => new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);

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
    km: (value) =>
      new Intl.NumberFormat(lang, {
        style: 'unit',
        unit: 'kilometer',
        maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0,
      }).format(value),
    percent: (share) => (share > 0 && share < 0.01 ? `<${percents.format(0.01)}` : percents.format(share)),
    date: (iso) => {
      const [year = 0, month, day] = iso.split('-').map(Number);
      const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
      return new Intl.DateTimeFormat(lang, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(month !== undefined && { month: 'long' }),
        ...(day !== undefined && { day: 'numeric' }),
      }).format(at);
    },
    country: (code) => (code === INTERNATIONAL_WATERS ? t('country.waters') : (regions.of(code) ?? code)),
    languageName: (code) => languages.of(code) ?? code,
    list: (items) => conjunction.format(items),
  };
}
