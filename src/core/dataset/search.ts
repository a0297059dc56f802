/** Search over everything that has a name, readers' own routes too, in every language and spelling. */
import MiniSearch from 'minisearch';
import { type Atlas, type Found, getName, getText } from './dataset.ts';
import { getCodes } from './codes.ts';
import { type Lang, LANGS, type Text } from './model.ts';
import { getImportedKey } from '../import/routes/route-id.ts';

/** Own routes are the reader's. */
type Kind = Found['kind'] | 'imported';

export interface Hit {
  id: string;
  kind: Kind;
  /** The name that was met, in whatever language. */
  matched: string;
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

/** Lower case without marks; letters that people write in several ways become one. */
export function normalizeForSearch(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıї]/gu, 'i')
    .replace(/ə/gu, 'a')
    .replace(/ё/gu, 'е')
    .replace(/ß/gu, 'ss')
    .replace(/ł/gu, 'l')
    .replace(/[’'`ʻʼ]/gu, '');
}

/** Words, and for Chinese every character and every pair. */
function tokens(text: string): string[] {
  return normalizeForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      if (!IDEOGRAPH.test(word)) return [word];
      const characters = [...word];
      return [...characters, ...characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)];
    });
}

function entries(atlas: Atlas): Entry[] {
  const namesOf = (named: { name: string; names: Readonly<Record<string, string>> }): string[] => {
    const { also, ...rest } = named.names;
    return [named.name, ...Object.values(rest), ...(also ? also.split('; ') : [])];
  };
  const texts = (text: Text): string[] => LANGS.flatMap((lang) => text[lang] ?? []);
  return [
    ...[...atlas.corridors.values()].map((one): Entry => ({
      id: one.id,
      kind: 'corridor',
      names: [...namesOf(one), ...(one.alsoKnownAs ?? []).flatMap(texts)],
      weight: 3,
    })),
    ...[...atlas.routes.values()].map((one): Entry => ({ id: one.id, kind: 'route', names: namesOf(one), weight: 2 })),
    ...[...atlas.areas.values()].map(({ properties }): Entry => ({
      id: properties.id,
      kind: 'area',
      names: namesOf(properties),
      weight: properties.parent ? 1 : 2.4,
    })),
    ...[...atlas.initiatives.values()].map((one): Entry => ({ id: one.id, kind: 'initiative', names: namesOf(one), weight: 2 })),
    ...[...atlas.nodes.values()]
      .filter(({ properties }) => properties.kind !== 'waypoint')
      .map(({ properties }): Entry => ({
        id: properties.id,
        kind: 'node',
        names: [...namesOf(properties), ...getCodes(properties)],
        weight: 2.2 - properties.rank * 0.3,
      })),
    ...[...atlas.events.values()].map((one): Entry => ({ id: one.id, kind: 'event', names: texts(one.title), weight: 0.8 })),
    ...[...atlas.claims.values()].map((one): Entry => ({
      id: one.id,
      kind: 'claim',
      names: [one.id, ...texts(one.text)],
      weight: 0.5,
    })),
  ];
}

export type Search = (query: string, limit?: number) => Hit[];

export interface SearchOptions {
  /** Which features of the atlas; all of them where it is left out. */
  wanted?: (feature: Pick<Hit, 'id' | 'kind'>) => boolean;
  /** The reader's own routes, with the ids that they have among themselves. */
  imported?: readonly { id: string; name: string }[];
}

/** Makes the index once; the result finds at most `limit` features for what a person typed. */
export function createSearch(atlas: Atlas, lang: Lang, { wanted = () => true, imported = [] }: SearchOptions = {}): Search {
  const mine = imported.map(({ id, name }): Entry => ({ id: getImportedKey(id), kind: 'imported', names: [name], weight: 2 }));
  const all = [...entries(atlas).filter(wanted), ...mine];
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ['names'],
    extractField: (entry, field) => (field === 'names' ? entry.names.join('\n') : entry.id),
    tokenize: tokens,
    processTerm: (term) => term,
  });
  index.addAll(all);
  return (query, limit = LIMIT) => {
    const wanted = normalizeForSearch(query.trim());
    if (wanted === '') return [];
    const found = index.search(query, {
      combineWith: 'AND',
      prefix: (term) => !IDEOGRAPH.test(term),
      fuzzy: (term) => (term.length >= 4 && !IDEOGRAPH.test(term) ? 0.22 : false),
      boostDocument: (id) => {
        const entry = byId.get(String(id));
        if (!entry) return 1;
        const exact = entry.names.some((name) => normalizeForSearch(name) === wanted) ? 4 : 1;
        return entry.weight * exact;
      },
    });
    return found.slice(0, limit).flatMap(({ id }): Hit[] => {
      const entry = byId.get(String(id));
      return entry
        ? [{ id: entry.id, kind: entry.kind, matched: matchedName(entry, wanted, shownName(atlas, entry, lang)) }]
        : [];
    });
  };
}

function shownName(atlas: Atlas, { id, kind, names }: Entry, lang: Lang): string {
  if (kind === 'imported') return names[0]!;
  if (kind === 'claim') return getText(lang, atlas.claims.get(id)!.text);
  if (kind === 'event') return getText(lang, atlas.events.get(id)!.title);
  const named =
    kind === 'node'
      ? atlas.nodes.get(id)!.properties
      : kind === 'area'
        ? atlas.areas.get(id)!.properties
        : kind === 'route'
          ? atlas.routes.get(id)!
          : kind === 'corridor'
            ? atlas.corridors.get(id)!
            : atlas.initiatives.get(id)!;
  return getName(lang, named);
}

/** The shown name where it holds what was typed, else the first spelling that does. */
function matchedName({ names }: Entry, wanted: string, shown: string): string {
  if (normalizeForSearch(shown).includes(wanted)) return shown;
  return names.find((name) => normalizeForSearch(name).includes(wanted)) ?? shown;
}
