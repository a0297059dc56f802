/** The parsed dataset with everything by its id, and the questions that a page asks of it. */
import type { Leg } from '../routing/graph.ts';
import type { LengthModel } from './length-model-schema.ts';
import type { Parts } from './load.ts';
import type {
  AreaFeature,
  AtlasEvent,
  Claim,
  Context,
  Corridor,
  Lang,
  LinkFeature,
  NodeFeature,
  Position,
  PublishedSection,
  RouteProperties,
  ParallelLine,
  Text,
} from './model.ts';

export type { Parts };
export type Initiative = Context['initiatives'][number];

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
  /** How lengths are estimated; null where it did not come. */
  lengthModel: LengthModel | null;
  context: Context | null;
}

/** Indexes what there is; what did not come is empty, and the rest works. */
export function indexAtlas(parts: Parts): Atlas {
  const byProperty = <F extends { properties: { id: string } }>(features: readonly F[] = []) =>
    new Map(features.map((feature) => [feature.properties.id, feature]));
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
    lengthModel: parts.lengthModel ?? null,
    context: parts.context ?? null,
  };
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

const TABLES = [
  ['corridor', 'corridors'],
  ['route', 'routes'],
  ['area', 'areas'],
  ['node', 'nodes'],
  ['link', 'links'],
  ['event', 'events'],
  ['initiative', 'initiatives'],
  ['claim', 'claims'],
] as const;

/** Whatever has this id, or null. */
export function findFeature(atlas: Atlas, id: string): Found | null {
  for (const [kind, table] of TABLES) {
    const value = atlas[table].get(id);
    if (value) return { kind, value } as Found;
  }
  return null;
}

/** The line of a route, or of any links in the order of travel, one section after the other. */
export function buildRouteLine(atlas: Atlas, { links }: { links: readonly Leg[] }): Position[][] {
  const line: Position[] = [];
  for (const { id, reversed } of links) {
    const coordinates = atlas.links.get(id)?.geometry.coordinates ?? [];
    const run = reversed ? coordinates.toReversed() : coordinates;
    line.push(...(line.length > 0 ? run.slice(1) : run));
  }
  return line.length > 1 ? [line] : [];
}

/** West, south, east, north in degrees. */
export type BoundingBox = [west: number, south: number, east: number, north: number];

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
      const { at, place } = found.value;
      return at ? computeExtent([at]) : place ? computeBounds(atlas, place) : null;
    }
    case 'initiative':
      return null;
    case 'claim': {
      const extent = uniteBoxes(found.value.features.map((feature) => computeBounds(atlas, feature)));
      // A single point says where something was signed, not what the claim is about.
      return extent && (extent[0] < extent[2] || extent[1] < extent[3]) ? extent : null;
    }
  }
}

/** Extent of links in the order of travel; null where there are none. */
export const computeLegBounds = (atlas: Atlas, links: readonly Leg[]): BoundingBox | null =>
  computeExtent(buildRouteLine(atlas, { links }).flat());

/** The extent that positions span; null where there are none. */
export function computeExtent(positions: readonly Position[]): BoundingBox | null {
  if (positions.length === 0) return null;
  const extent: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    extent[0] = Math.min(extent[0], lon);
    extent[1] = Math.min(extent[1], lat);
    extent[2] = Math.max(extent[2], lon);
    extent[3] = Math.max(extent[3], lat);
  }
  return extent;
}

/** The extent of several extents. */
export function uniteBoxes(extents: readonly (BoundingBox | null)[]): BoundingBox | null {
  const known = extents.filter((extent) => extent !== null);
  return computeExtent(
    known.flatMap(([west, south, east, north]): Position[] => [
      [west, south],
      [east, north],
    ]),
  );
}

/** The routes that pass a node, with its kilometre on each. */
export function findRoutesThrough(atlas: Atlas, node: string): { route: RouteProperties; km: number }[] {
  return [...atlas.routes.values()].flatMap((route) => {
    const stop = route.nodes.find(({ id }) => id === node);
    return stop ? [{ route, km: stop.km }] : [];
  });
}

/** The sections that end at a node. */
export function findLinksAt(atlas: Atlas, node: string): LinkFeature['properties'][] {
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

/** A text in a language; English where nobody has translated it. */
export function getText(lang: Lang, text: Text): string {
  return text[lang] ?? text.en;
}
