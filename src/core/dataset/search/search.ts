/** Search over everything that has a name, imported routes too, in every language and spelling. */
import MiniSearch, { type SearchOptions as SearchOptionsOfIndex, type SearchResult } from 'minisearch';
import { getCodes } from '../codes.ts';
import type { Atlas, Found } from '../dataset.ts';
import { type Lang, LANGS } from '../enums.ts';
import { findFeatureName } from '../feature-name.ts';
import { getImportedKey } from '../ids.ts';
import type { Text } from '../model.ts';
import { NON_JOINER, normalizeForSearch } from './normalize.ts';

/** Of features, of imported routes, and of what other parts of the page offer beside them. */
type Kind = Found['kind'] | 'imported' | 'shipment';

export interface Hit {
  id: string;
  kind: Kind;
  /** The name that matches, in whatever language. */
  matched: string;
  /** What stands there, where the id has no name of its own. */
  label?: string;
}

interface Entry {
  id: string;
  kind: Kind;
  names: string[];
  /** What comes first among equals. */
  weight: number;
}

const LIMIT = 12;
const IDEOGRAPH = /[\u3400-\u9fff]/u;
/** Where Chinese meets letters of another script. */
const BETWEEN_SCRIPTS = /(?<=[\u3400-\u9fff])(?=[^\u3400-\u9fff])|(?<=[^\u3400-\u9fff])(?=[\u3400-\u9fff])/gu;

/** Words, for Chinese every character and every pair, and parts of Persian words. */
function splitTokens(text: string): string[] {
  const parted = text.includes(NON_JOINER) ? ` ${text.replaceAll(NON_JOINER, ' ')}` : '';
  return normalizeForSearch(text + parted)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      if (!IDEOGRAPH.test(word)) return [word];
      const characters = [...word];
      return [...characters, ...characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)];
    });
}

interface Named {
  id: string;
  name: string;
  names: Readonly<Record<string, string>>;
}

function listNames({ name, names: { also, ...rest } }: Named): string[] {
  return [name, ...Object.values(rest), ...(also ? also.split('; ') : [])];
}

const listTexts = (text: Text): string[] => LANGS.flatMap((lang) => text[lang] ?? []);

const makeEntry = (kind: Kind, named: Named, weight: number): Entry => ({
  id: named.id,
  kind,
  names: listNames(named),
  weight,
});

function* listEntries(atlas: Atlas): Generator<Entry> {
  for (const corridor of atlas.corridors.values()) {
    const names = [...listNames(corridor), ...(corridor.alsoKnownAs ?? []).flatMap(listTexts)];
    yield { id: corridor.id, kind: 'corridor', names, weight: 3 };
  }
  for (const route of atlas.routes.values()) yield makeEntry('route', route, 2);
  for (const { properties } of atlas.areas.values()) yield makeEntry('area', properties, properties.parent ? 1 : 2.4);
  for (const initiative of atlas.initiatives.values()) yield makeEntry('initiative', initiative, 2);
  for (const { properties } of atlas.nodes.values()) {
    if (properties.kind === 'waypoint') continue;
    const names = [...listNames(properties), ...getCodes(properties)];
    yield { id: properties.id, kind: 'node', names, weight: 2.2 - properties.rank * 0.3 };
  }
  for (const { id, title } of atlas.events.values()) yield { id, kind: 'event', names: listTexts(title), weight: 0.8 };
  for (const { id, text } of atlas.claims.values()) yield { id, kind: 'claim', names: [id, ...listTexts(text)], weight: 0.5 };
}

export type Search = (query: string, limit?: number) => Hit[];

export interface SearchOptions {
  /** Which features of the atlas; all of them where it is left out. */
  wanted?: (feature: Pick<Hit, 'id' | 'kind'>) => boolean;
  /** Imported routes, with the ids that they have among themselves. */
  imported?: readonly { id: string; name: string }[];
  /**
   * Where nothing has all the words, what has most of them is found, as for a whole question. These are not counted: words, with spaces
   * between them, that questions of the language have beside what they are about.
   */
  fillers?: string;
}

/** Makes the index once; the result finds at most `limit` features for what a person typed. */
export function createSearch(
  atlas: Atlas,
  lang: Lang,
  { wanted = () => true, imported = [], fillers }: SearchOptions = {},
): Search {
  const mine = imported.map(({ id, name }): Entry => ({ id: getImportedKey(id), kind: 'imported', names: [name], weight: 2 }));
  const all = [...[...listEntries(atlas)].filter(wanted), ...mine];
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const uncounted = new Set(fillers?.split(' ').map(normalizeForSearch));
  const index = new MiniSearch<Entry>({
    fields: ['names'],
    extractField: (entry, field) => (field === 'names' ? entry.names.join('\n') : entry.id),
    tokenize: splitTokens,
    processTerm: (term) => term,
  });
  index.addAll(all);
  return (query, limit = LIMIT) => {
    const text = normalizeForSearch(query.trim());
    if (text === '') return [];
    const options: SearchOptionsOfIndex = {
      prefix: (term) => !IDEOGRAPH.test(term),
      fuzzy: (term) => (term.length >= 4 && !IDEOGRAPH.test(term) ? 0.22 : false),
      boostDocument: (id) => computeBoost(byId.get(String(id)), text),
    };
    const whole = index.search(query.replaceAll(NON_JOINER, ' '), { ...options, combineWith: 'AND' });
    const found = whole.length > 0 || fillers === undefined ? whole : findPartly(index, pickWords(query, uncounted), options);
    return found.slice(0, limit).flatMap(({ id }): Hit[] => {
      const entry = byId.get(String(id));
      if (!entry) return [];
      const shown = findFeatureName(atlas, entry.id, lang) ?? entry.names[0] ?? '';
      return [{ id: entry.id, kind: entry.kind, matched: findMatchedName(entry, text, shown) }];
    });
  };
}

/** Shorter words begin too many others. */
const LEAST_PREFIX = 4;

/** The words of a question that say what it is about. */
const pickWords = (question: string, fillers: ReadonlySet<string>): string[] =>
  [...new Set(splitTokens(question.replace(BETWEEN_SCRIPTS, ' ')))].filter(
    (word) => !fillers.has(word) && !(IDEOGRAPH.test(word) && [...word].some((character) => fillers.has(character))),
  );

/** What has at least half of the words, by how many of them it has; where nothing has so many, what has the most. */
function findPartly(index: MiniSearch<Entry>, words: string[], options: SearchOptionsOfIndex): SearchResult[] {
  const found = index.search(words.join(' '), {
    ...options,
    combineWith: 'OR',
    tokenize: () => words,
    prefix: (term) => term.length >= LEAST_PREFIX && !IDEOGRAPH.test(term),
  });
  const counted = found.map((result) => ({ result, count: new Set(result.queryTerms).size }));
  const most = Math.max(...counted.map(({ count }) => count));
  const enough = Math.min(most, words.length / 2);
  return counted
    .filter(({ count }) => count >= enough)
    .sort((a, b) => b.count - a.count)
    .map(({ result }) => result);
}

function computeBoost(entry: Entry | undefined, text: string): number {
  if (!entry) return 1;
  return entry.weight * (entry.names.some((name) => normalizeForSearch(name) === text) ? 4 : 1);
}

/** The shown name where it holds what was typed, else the first spelling that does. */
function findMatchedName({ names }: Entry, text: string, shown: string): string {
  if (normalizeForSearch(shown).includes(text)) return shown;
  return names.find((name) => normalizeForSearch(name).includes(text)) ?? shown;
}
