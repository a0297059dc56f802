/** What the data lack in each language: there English is shown, and marked as such. Dictionaries are whole, as their type wants. */
import { type Lang, LANGS } from '../../src/core/dataset/model.ts';

/** A text that a language lacks, by its place in the data. */
export interface Gap {
  place: string;
  lang: Lang;
}

interface Count {
  all: number;
  missing: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** True of texts, which have English and nothing but languages. */
const isText = (value: Record<string, unknown>): boolean =>
  Object.hasOwn(value, 'en') && Object.keys(value).every((key) => LANGS.some((lang) => lang === key));

/** What a part of the data is called in a place: its id where it has one. */
const getStep = (key: string, part: unknown): string =>
  isRecord(part) && (typeof part['id'] === 'string' || typeof part['n'] === 'number') ? String(part['id'] ?? part['n']) : key;

/** The texts anywhere in a part of the data that one of the languages lacks. */
export function findGaps(value: unknown, langs: readonly Lang[], place: readonly string[] = []): Gap[] {
  if (!isRecord(value)) return [];
  if (isText(value)) {
    return langs.flatMap((lang) => (Object.hasOwn(value, lang) ? [] : [{ place: place.join('.'), lang }]));
  }
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'names' ? [] : findGaps(part, langs, [...place, getStep(key, part)]),
  );
}

/** Counts texts and names anywhere in a part of the dataset. */
function count(value: unknown, lang: Lang, texts: Count, names: Count): void {
  if (!isRecord(value)) return;
  const add = (to: Count, translated: Record<string, unknown>): void => {
    to.all += 1;
    if (!Object.hasOwn(translated, lang)) to.missing += 1;
  };
  if (isText(value)) {
    add(texts, value);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === 'names' && isRecord(part)) add(names, part);
    else count(part, lang, texts, names);
  }
}

/** A table with a row for each language but English: texts and names that are missing in the parts of a dataset. */
export function formatMissing(parts: unknown): string {
  const rows = LANGS.filter((lang) => lang !== 'en').map((lang) => {
    const texts: Count = { all: 0, missing: 0 };
    const names: Count = { all: 0, missing: 0 };
    count(parts, lang, texts, names);
    const say = ({ missing, all }: Count): string => `${missing} of ${all}`.padEnd(14);
    return `${lang.padEnd(10)}${say(texts)}${say(names)}`.trimEnd();
  });
  return ['Missing, and shown in English', `${'language'.padEnd(10)}${'texts'.padEnd(14)}names`, ...rows].join('\n');
}
