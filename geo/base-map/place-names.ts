/** Names of the base map are published a language a file, as a page shows one language. */
import type { Lang } from '../../src/core/dataset/model.ts';
import type { buildPlaces } from './places.ts';

type Places = ReturnType<typeof buildPlaces>;
type Names = Readonly<Record<string, string>>;

/** Places with their English names alone; towns have theirs as `name`. */
export function keepEnglish({ countries, seas, towns }: Places) {
  const keep = <P extends { names: Names }>(row: P) => ({ ...row, names: { en: row.names['en'] } });
  return { countries: countries.map(keep), seas: seas.map(keep), towns: towns.map(({ names: _, ...town }) => town) };
}

/** Names in a language, of countries by code, of seas by id, of towns by their number; what is as in English is left out. */
export function listNames({ countries, seas, towns }: Places, lang: Lang) {
  const list = (rows: readonly { key: string; english: string | undefined; names: Names }[]): Names =>
    Object.fromEntries(
      rows.flatMap(({ key, english, names }): [string, string][] => {
        const name = names[lang];
        return name === undefined || name === english ? [] : [[key, name]];
      }),
    );
  return {
    countries: list(countries.map(({ code, names }) => ({ key: code, english: names.en, names }))),
    seas: list(seas.map(({ id, names }) => ({ key: id, english: names['en'], names }))),
    towns: list(towns.map(({ id, name, names }) => ({ key: id, english: name, names }))),
  };
}
