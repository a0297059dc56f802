/** What an embed fetches to go live or to draw a mix: embed data, the names of a language, and its words. */
import { type Atlas, indexAtlas } from '../core/dataset/dataset.ts';
import { readCountryNames, type EmbedDataset, embedDataFile, namesFile, readParts } from '../core/embed/embed-data.ts';
import { type BaseMapData, parseBaseMap } from '../core/dataset/load-base-map.ts';
import { loadFile, loadPart, type LoadOptions, type PartName, type Parts } from '../core/dataset/load.ts';
import { messagesFile } from '../core/embed/embed-messages.ts';
import type { Dictionary } from '../i18n/en.ts';
import { type Translator, translator } from '../i18n/translate.ts';
import type { EmbedState } from './state.ts';

/** The page of all corridors; no feature can have this id. */
export const ALL = '_all';
/** The same with the ways that are there for comparison only. */
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
  const { page, lang, routes, corridors, compare } = state;
  const own = `embed/data/${page ?? ALL}.json`;
  const load = (file: string): Promise<EmbedDataset> => loadFile(root + file, embedDataFile, options);
  const [first, names, words] = await Promise.all([
    load(own),
    lang === 'en' ? null : loadFile(`${root}embed/data/names.${lang}.json`, namesFile, options),
    loadFile(`${root}embed/data/words.${lang}.json`, messagesFile, options),
  ]);
  const known = new Set([...first.routes, ...first.corridors].map(({ id }) => id));
  const wanted = [...routes, ...corridors, ...compare.map((item) => item.split(':')[0] ?? '')];
  const embedData = wanted.every((id) => known.has(id)) ? first : await load(`embed/data/${WORLD}.json`);
  const baseMap = parseBaseMap(embedData, own);
  if (names && baseMap.places) {
    const { countries, seas, towns } = baseMap.places;
    for (const place of [...countries, ...seas, ...towns]) {
      const english = place.names['en'] ?? ('name' in place ? place.name : '');
      const name = names.seas[english] ?? names.towns[english];
      if (name !== undefined) place.names = { ...place.names, [lang]: name };
    }
  }
  return {
    atlas: indexAtlas(readParts(embedData, lang, names)),
    baseMap,
    credit: embedData.credit,
    // What embeds show is all there; a test holds it.
    tr: translator(lang, words as Dictionary, readCountryNames(embedData, lang, names)),
  };
}

const FULL = ['nodes', 'links', 'routes', 'parallelLines', 'corridors', 'areas'] as const satisfies readonly PartName[];

/** The dataset itself, for a reader who goes on to look around. */
export async function loadFullData(root: string): Promise<Atlas> {
  const base = `${root}data/`;
  const parts: Parts = {};
  await Promise.all(FULL.map(async (name) => Object.assign(parts, { [name]: await loadPart(base, name, options) })));
  return indexAtlas(parts);
}
