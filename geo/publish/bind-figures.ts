/**
 * Figures in texts that people write: no line ends between a number and what it counts, or within a number. Whoever edits a
 * text cannot see which space does not break, so they are set here. Dashes stay with the word before them.
 */
import { type Lang, LANGS } from '../../src/core/dataset/enums.ts';
import { bindText, NO_BREAK_SPACE } from '../../src/core/dataset/line-breaks.ts';

/** Letters of the longest word that is taken for a unit or its abbreviation. */
const SHORT = 3;
/** Units that texts spell out in some languages. */
const UNITS = ['kilometer', 'millimeter', 'hectare'] as const;
const MILLION = 1e6;
const LETTER = '[\\p{L}\\p{M}\\u200c]';

/** Names of the units that are longer than that, as the language's own rules of numbers have them. */
function listLongUnits(lang: Lang): string[] {
  const units = UNITS.map((unit) => new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(1));
  const million = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay: 'long' }).format(MILLION);
  const words = [...units, million].flatMap((text) => text.match(new RegExp(`${LETTER}+`, 'gu')) ?? []);
  return words.filter((word) => word.length > SHORT);
}

/** A space after a number and before a unit, three more digits, a sign of parts, or a dash. */
const writePattern = (lang: Lang): RegExp =>
  new RegExp(
    `(?<=\\p{Nd}) (?=\\p{L}{1,${SHORT}}(?!${LETTER})|${listLongUnits(lang).join('|')}|\\p{Nd}{3}(?!\\p{Nd})|[%٪‰–—])`,
    'gu',
  );
const PATTERNS = Object.fromEntries(LANGS.map((lang) => [lang, writePattern(lang)])) as Readonly<Record<Lang, RegExp>>;

const isLang = (key: string): key is Lang => LANGS.some((lang) => lang === key);
/** True of texts, which have English and nothing but languages. */
const isText = (value: object): boolean => 'en' in value && Object.keys(value).every(isLang);

/** A part of the dataset in whose texts no figure breaks. Names stay as they are: they are ids of places to those who search. */
export function bindFigures<T>(value: T, lang?: Lang): T {
  return bind(value, lang) as T;
}

function bind(value: unknown, lang: Lang | undefined): unknown {
  if (typeof value === 'string') return lang ? bindText(value.replace(PATTERNS[lang], NO_BREAK_SPACE), lang) : value;
  if (Array.isArray(value)) return value.map((one) => bind(one, lang));
  if (typeof value !== 'object' || value === null) return value;
  const hasLanguages = isText(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'names') return [key, one];
      return [key, bind(one, hasLanguages && isLang(key) ? key : lang)];
    }),
  );
}
