/** What an embed fetches for its live map or for a mix: embed data, the names of a language, and its messages. */
import { type Atlas, indexAtlas } from '../core/dataset/dataset.ts';
import {
  readCountryNames,
  type EmbedDataset,
  embedDataFile,
  englishNamesFile,
  type Names,
  namesFile,
  readParts,
} from '../core/embed/embed-data.ts';
import type { Lang } from '../core/dataset/enums.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { type BaseMapData, parseBaseMap, type Places } from '../core/dataset/load/load-base-map.ts';
import { loadFile, loadPart, type LoadOptions, type PartName, type Parts } from '../core/dataset/load/load.ts';
import { messagesFile } from '../core/embed/embed-messages.ts';
import type { Dictionary } from '../i18n/dictionaries/en.ts';
import { ALL } from '../core/url/paths.ts';
import { type Translator, translator } from '../i18n/translate.ts';
import type { EmbedState } from './state.ts';

/** Embed data of the whole network with the alternative routes. */
export const WORLD = '_world';

export interface EmbedData {
  atlas: Atlas;
  baseMap: BaseMapData;
  credit: string;
  tr: Translator;
}

export const options: LoadOptions = { fetch: (url, init) => fetch(url, init) };

/**
 * The embed data of the page; the one of everything where a state asks for more than that has.
 *
 * @param root address of the product's folder, with a slash at its end
 */
export async function loadEmbedData(root: string, state: EmbedState): Promise<EmbedData> {
  const { page, lang, routes, corridors, places, compare } = state;
  const file = `embed/data/${page ?? ALL}.json`;
  const load = (name: string): Promise<EmbedDataset> => loadFile(root + name, embedDataFile, options);
  const [first, names, messages] = await Promise.all([
    load(file),
    lang === 'en' ? null : loadFile(`${root}embed/data/names.${lang}.json`, namesFile, options),
    loadFile(`${root}embed/data/words.${lang}.json`, messagesFile, options),
  ]);
  const spots = [...first.nodes.features, ...first.areas.features].map(({ properties: { id } }) => id);
  const known = new Set([...[...first.routes, ...first.corridors].map(({ id }) => id), ...spots]);
  const requested = [...routes, ...corridors, ...places, ...compare.map((item) => item.split(':')[0] ?? '')];
  const embedData = requested.every((id) => known.has(id)) ? first : await load(`embed/data/${WORLD}.json`);
  const baseMap = parseBaseMap(embedData, file);
  const atlas = indexAtlas(readParts(embedData, lang, names));
  // Smaller stations are in the dataset alone.
  const hasPlaces = places.every((id) => atlas.nodes.has(id) || atlas.areas.has(id));
  return {
    atlas: hasPlaces ? atlas : await loadFullData(root),
    baseMap: names && baseMap.places ? { ...baseMap, places: translatePlaces(baseMap.places, lang, names) } : baseMap,
    credit: embedData.credit,
    // What embeds show is all there; a test holds it.
    tr: translator(lang, messages as Dictionary, readCountryNames(embedData, lang, names)),
  };
}

/** Names of the base map in a language, found by the English ones. */
function translatePlaces({ countries, seas, towns }: Places, lang: Lang, names: Names): Places {
  const translate = <P extends { names: Record<string, string>; name?: string }>(place: P): P => {
    const english = place.names['en'] ?? place.name ?? '';
    const name = names.seas[english] ?? names.towns[english];
    return name === undefined ? place : { ...place, names: { ...place.names, [lang]: name } };
  };
  return { countries: countries.map(translate), seas: seas.map(translate), towns: towns.map(translate) };
}

/** Names of features in a language, null for an id that there is not; null in place of all where they cannot be had. */
export async function loadFeatureNames(root: string, ids: readonly string[], lang: Lang): Promise<(string | null)[] | null> {
  try {
    const [english, names] = await Promise.all([
      loadFile(`${root}embed/data/names.en.json`, englishNamesFile, options),
      lang === 'en' ? null : loadFile(`${root}embed/data/names.${lang}.json`, namesFile, options),
    ]);
    // An id may be called like a member of every object.
    return ids.map((id) => (Object.hasOwn(english, id) ? (names?.features[id] ?? english[id] ?? null) : null));
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    console.warn(error);
    return null;
  }
}

const FULL = [
  'nodes',
  'links',
  'routes',
  'lengthModel',
  'parallelLines',
  'corridors',
  'areas',
] as const satisfies readonly PartName[];

/** The dataset itself, for a reader who moves the map, with some more parts of it. */
export async function loadFullData(root: string, more: readonly PartName[] = []): Promise<Atlas> {
  const base = `${root}data/`;
  const parts: Parts = {};
  await Promise.all(
    [...FULL, ...more].map(async (name) => Object.assign(parts, { [name]: await loadPart(base, name, options) })),
  );
  return indexAtlas(parts);
}
