import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { type AtlasEvent, event, getLanguage, type Lang, LANGS, type Text } from '../../src/core/dataset/model.ts';
import { signing, signingsFile, type Signings } from '../../src/core/dataset/schema/context/signings.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

const { place, placeName, at } = event.entries;
/** As it is edited: one whose id is that of no event becomes an event itself, at its place. */
const authoredSigning = v.object({ ...signing.entries, place, placeName, at });
const authoredSignings = v.object({ ...signingsFile.entries, signings: v.array(authoredSigning) });
export type AuthoredSignings = v.InferOutput<typeof authoredSignings>;

/** Reads who signed what; null where an atlas has no such file. */
export const readSignings = (file: string, problems: Problem[]): AuthoredSignings | null =>
  existsSync(file) ? readJson(file, { schema: v.nullable(authoredSignings), fallback: null }, problems) : null;

/** Signings that name a document or a country that there is not; their sources are checked with all others. */
export function checkSignings(
  file: string,
  signings: AuthoredSignings | null,
  countryName: (code: string) => Text | undefined,
): Problem[] {
  const missing = (feature: string, what: string, remedy: string): Problem => ({
    file,
    feature,
    problem: `names ${what}, which does not exist`,
    remedy,
  });
  return (signings?.signings ?? []).flatMap(({ id, document, country }) => [
    ...(signings?.documents[document] ? [] : [missing(id, `the document "${document}"`, 'correct it, or add it to "documents"')]),
    ...(countryName(country) ? [] : [missing(id, `the country "${country}"`, 'give its code of ISO 3166-1')]),
  ]);
}

/** Between a country and what it signed; Chinese writes its signs as wide as its characters. */
const getColon = (lang: Lang): string => (getLanguage(lang).script === 'Hans' ? '：' : ': ');

/**
 * Events of the signings that are none yet: the country, then what it signed, which needs no grammar in any language.
 *
 * @param countryName name of a country by its code, in every language
 */
export function listSigningEvents(
  { signings, documents }: Pick<Signings, 'documents'> & { signings: AuthoredSignings['signings'] },
  events: readonly AtlasEvent[],
  countryName: (code: string) => Text | undefined,
): AtlasEvent[] {
  const known = new Set(events.map(({ id }) => id));
  return signings.flatMap((row): AtlasEvent[] => {
    const document = documents[row.document];
    const country = countryName(row.country);
    if (known.has(row.id) || !document || !country) return [];
    const title: Text = { en: `${country.en}: ${document.title.en}` };
    for (const lang of LANGS) {
      const words = document.title[lang];
      if (words !== undefined) title[lang] = `${country[lang] ?? country.en}${getColon(lang)}${words}`;
    }
    return [
      {
        id: row.id,
        date: row.date,
        kind: document.kind,
        title,
        ...(row.note && { detail: row.note }),
        ...(row.place && { place: row.place }),
        ...(row.placeName && { placeName: row.placeName }),
        ...(row.at && { at: row.at }),
        features: document.features,
        inArticle: false,
        paragraphs: [],
        sources: row.sources,
      },
    ];
  });
}
