/** What the data lack in each language: there English is shown, and marked as such. Dictionaries are whole, as their type wants. */
import { type Lang, LANGS } from '../../src/core/dataset/model.ts';

/** A text that a language lacks, by its place in the data. */
export interface Gap {
  place: string;
  lang: Lang;
}

interface Count {
  all: number;
  /** Where the data lack it. */
  missing: string[];
}

/** Places that a report names for each language; more are only counted. */
const MOST_NAMED = 12;

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
function count(value: unknown, lang: Lang, found: { texts: Count; names: Count }, place: readonly string[] = []): void {
  if (!isRecord(value)) return;
  const add = (to: Count, translated: Record<string, unknown>): void => {
    to.all += 1;
    if (!Object.hasOwn(translated, lang)) to.missing.push(place.join('.'));
  };
  if (isText(value)) {
    add(found.texts, value);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    // A list of names is of what a text calls things, in no language's form.
    if (key === 'names' && isRecord(part) && !Array.isArray(part)) add(found.names, part);
    else count(part, lang, found, [...place, getStep(key, part)]);
  }
}

/** A table with a row for each language but English, and the first places below it: texts and names that parts of a dataset lack. */
export function formatMissing(parts: unknown): string {
  const rows = LANGS.filter((lang) => lang !== 'en').flatMap((lang) => {
    const found: { texts: Count; names: Count } = { texts: { all: 0, missing: [] }, names: { all: 0, missing: [] } };
    count(parts, lang, found);
    const { texts, names } = found;
    const say = ({ missing, all }: Count): string => `${missing.length} of ${all}`.padEnd(14);
    const places = [...texts.missing, ...names.missing];
    const more = places.length > MOST_NAMED ? [`and ${places.length - MOST_NAMED} more`] : [];
    return [
      `${lang.padEnd(10)}${say(texts)}${say(names)}`.trimEnd(),
      ...[...places.slice(0, MOST_NAMED), ...more].map((place) => `  ${place}`),
    ];
  });
  return ['Missing, and shown in English', `${'language'.padEnd(10)}${'texts'.padEnd(14)}names`, ...rows].join('\n');
}
