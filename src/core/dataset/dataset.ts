/** The parsed dataset with everything by its id, and what pages look up in it. */
import { type BoundingBox, computeExtent, uniteBoxes } from '../geo/bounding-box.ts';
import type { Parts } from './load/load.ts';
import { LANGS } from './enums.ts';
import type { LengthModel } from './schema/length-model.ts';
import type {
  AreaFeature,
  AtlasEvent,
  Claim,
  Context,
  Corridor,
  Initiative,
  Lang,
  Leg,
  LinkFeature,
  LinkProperties,
  NodeFeature,
  ParallelLine,
  Position,
  PublishedSection,
  RouteProperties,
  Text,
} from './model.ts';
import type { Change } from './schema/context/changes.ts';
import type { ReadyComparison } from './schema/context/comparisons.ts';
import type { Disruption } from './schema/context/disruptions.ts';
import type { Time } from './schema/context/times.ts';

export type { Parts };

export interface Atlas {
  nodes: ReadonlyMap<string, NodeFeature>;
  links: ReadonlyMap<string, LinkFeature>;
  routes: ReadonlyMap<string, RouteProperties>;
  corridors: ReadonlyMap<string, Corridor>;
  areas: ReadonlyMap<string, AreaFeature>;
  events: ReadonlyMap<string, AtlasEvent>;
  initiatives: ReadonlyMap<string, Initiative>;
  claims: ReadonlyMap<string, Claim>;
  parallelLines: readonly ParallelLine[];
  lengths: readonly PublishedSection[];
  times: readonly Time[];
  disruptions: readonly Disruption[];
  changes: readonly Change[];
  comparisons: readonly ReadyComparison[];
  /** How lengths are estimated; null where it did not come. */
  lengthModel: LengthModel | null;
  context: Context | null;
}

/** Indexes what there is; what did not come is empty, and the rest works. */
export function indexAtlas(parts: Parts): Atlas {
  const byProperty = <F extends { properties: { id: string } }>(features: readonly F[] = []) => {
    // Without a list of pairs: of a large network it would be most of the work.
    const found = new Map<string, F>();
    for (const feature of features) found.set(feature.properties.id, feature);
    return found;
  };
  const byId = <F extends { id: string }>(rows: readonly F[] = []) => new Map(rows.map((row) => [row.id, row]));
  return {
    nodes: byProperty(parts.nodes?.features),
    links: byProperty(parts.links?.features),
    routes: byId(parts.routes),
    corridors: byId(parts.corridors),
    areas: byProperty(parts.areas?.features),
    events: byId(parts.events),
    initiatives: byId(parts.context?.initiatives),
    claims: byId(parts.context?.claims),
    parallelLines: parts.parallelLines ?? [],
    lengths: parts.lengths ?? [],
    times: parts.times ?? [],
    disruptions: parts.disruptions ?? [],
    changes: parts.changes ?? [],
    comparisons: parts.comparisons ?? [],
    lengthModel: parts.lengthModel ?? null,
    context: parts.context ?? null,
  };
}

/** Disruptions of some links that are not over, each once, in the order of travel. */
export function findDisruptions(
  { links }: Pick<Atlas, 'links'>,
  ids: readonly string[],
): NonNullable<LinkProperties['disruption']>[] {
  const found = ids.flatMap((id) => links.get(id)?.properties.disruption ?? []);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

export const emptyAtlas = (): Atlas => indexAtlas({});

export type Found =
  | { kind: 'corridor'; value: Corridor }
  | { kind: 'route'; value: RouteProperties }
  | { kind: 'area'; value: AreaFeature }
  | { kind: 'node'; value: NodeFeature }
  | { kind: 'link'; value: LinkFeature }
  | { kind: 'event'; value: AtlasEvent }
  | { kind: 'initiative'; value: Initiative }
  | { kind: 'claim'; value: Claim };

/** Whatever has this id, or null. */
export function findFeature(atlas: Atlas, id: string): Found | null {
  const corridor = atlas.corridors.get(id);
  if (corridor) return { kind: 'corridor', value: corridor };
  const route = atlas.routes.get(id);
  if (route) return { kind: 'route', value: route };
  const area = atlas.areas.get(id);
  if (area) return { kind: 'area', value: area };
  const node = atlas.nodes.get(id);
  if (node) return { kind: 'node', value: node };
  const link = atlas.links.get(id);
  if (link) return { kind: 'link', value: link };
  const event = atlas.events.get(id);
  if (event) return { kind: 'event', value: event };
  const initiative = atlas.initiatives.get(id);
  if (initiative) return { kind: 'initiative', value: initiative };
  const claim = atlas.claims.get(id);
  return claim ? { kind: 'claim', value: claim } : null;
}

/** The line of a route, or of any links in the order of travel; empty where no link is known. */
export function buildRouteLine(atlas: Atlas, { links }: { links: readonly Leg[] }): Position[][] {
  const line: Position[] = [];
  for (const { id, reversed } of links) {
    const coordinates = atlas.links.get(id)?.geometry.coordinates ?? [];
    const run = reversed ? coordinates.toReversed() : coordinates;
    line.push(...(line.length > 0 ? run.slice(1) : run));
  }
  return line.length > 1 ? [line] : [];
}

/** Extent of a feature; null where it has no place. */
export function computeBounds(atlas: Atlas, id: string): BoundingBox | null {
  const found = findFeature(atlas, id);
  if (!found) return null;
  switch (found.kind) {
    case 'corridor':
      return uniteBoxes(found.value.routes.map((route) => computeBounds(atlas, route)));
    case 'route':
      return computeExtent(buildRouteLine(atlas, found.value).flat());
    case 'area': {
      const { geometry } = found.value;
      return computeExtent(geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2));
    }
    case 'node':
      return computeExtent([found.value.geometry.coordinates]);
    case 'link':
      return computeExtent(found.value.geometry.coordinates);
    case 'event': {
      const at = findEventPosition(atlas, found.value);
      return at ? computeExtent([at]) : null;
    }
    case 'initiative':
      return null;
    case 'claim': {
      const box = uniteBoxes(found.value.features.map((feature) => computeBounds(atlas, feature)));
      // A single point says where something was signed, not what the claim is about.
      return box && (box[0] < box[2] || box[1] < box[3]) ? box : null;
    }
  }
}

/** Where an event took place; null where that is not known. */
export const findEventPosition = (atlas: Atlas, { at, place }: Pick<AtlasEvent, 'at' | 'place'>): Position | null =>
  at ?? (place === undefined ? undefined : atlas.nodes.get(place)?.geometry.coordinates) ?? null;

/** The corridor that has a route among its routes, the first of several. */
export const findCorridorOf = (atlas: Atlas, route: string): Corridor | undefined =>
  [...atlas.corridors.values()].find(({ routes }) => routes.includes(route));

/** The routes that pass a node, with its kilometre on each. */
export function findRoutesThrough(atlas: Atlas, node: string): { route: RouteProperties; km: number }[] {
  return [...atlas.routes.values()].flatMap((route) => {
    const stop = route.nodes.find(({ id }) => id === node);
    return stop ? [{ route, km: stop.km }] : [];
  });
}

/** The links that end at a node. */
export function findLinksAt(atlas: Atlas, node: string): LinkProperties[] {
  return [...atlas.links.values()].flatMap(({ properties }) =>
    properties.from === node || properties.to === node ? [properties] : [],
  );
}

/** Paragraphs in which the article mentions each feature. */
export function findMentions(context: Context, lang: Lang): Map<string, number[]> {
  const mentions = new Map<string, number[]>();
  for (const { n, text } of context.article.paragraphs) {
    for (const segment of text[lang] ?? text.en) {
      if (typeof segment === 'string') continue;
      const paragraphs = mentions.get(segment.ref) ?? [];
      if (!paragraphs.includes(n)) mentions.set(segment.ref, [...paragraphs, n]);
    }
  }
  return mentions;
}

/** What the article says of a feature. */
export function findNotes(atlas: Atlas, id: string): Context['notes'] {
  return (atlas.context?.notes ?? []).filter(({ feature }) => feature === id);
}

/** The claims of the article that speak of a feature. */
export function findClaimsAbout(atlas: Atlas, id: string): Claim[] {
  return [...atlas.claims.values()].filter(({ features }) => features.includes(id));
}

/** True for what has a page to share, a card and an embed of its own. */
export function hasPage(atlas: Atlas, id: string): boolean {
  return atlas.corridors.has(id) || atlas.routes.has(id) || atlas.areas.has(id) || atlas.claims.has(id);
}

interface Named {
  name: string;
  names: Readonly<Record<string, string>>;
}

/** The name in a language; the English one where there is none. */
export function getName(lang: Lang, { name, names }: Named): string {
  return names[lang] ?? name;
}

/** The name in the language and script of the place, where it differs from the one that is shown. */
export function getLocalName(lang: Lang, named: Named): string | null {
  const local = named.names['local'];
  return local && local !== getName(lang, named) ? local : null;
}

/** The language of the local name, where one alone calls the place so. */
export function findLocalLanguage({ names }: Pick<Named, 'names'>): Lang | undefined {
  const [lang, ...others] = LANGS.filter((one) => names[one] === names['local']);
  return others.length === 0 ? lang : undefined;
}

/** The author of an article, as the language writes the name. */
export const getAuthorName = (lang: Lang, { author, authorName }: Context['article']): string =>
  authorName ? getText(lang, authorName) : author;

/** A text in a language; English where there is no translation. */
export function getText(lang: Lang, text: Text): string {
  return text[lang] ?? text.en;
}
