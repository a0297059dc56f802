/** What the first view shows of the published files, in one small file that is fetched in place of them. */
import { computeExtent } from '../../src/core/geo/bounding-box.ts';
import { simplify } from '../../src/core/geo/simplify.ts';
import type { First } from '../../src/core/dataset/load/first.ts';
import {
  type AreaFeature,
  LANGS,
  type LinkFeature,
  type NodeFeature,
  type Position,
  type RouteProperties,
  type Text,
} from '../../src/core/dataset/model.ts';
import { RANK_ZOOM } from '../../src/core/style/drawing.ts';

type Parts = First['parts'];
type Names = NodeFeature['properties']['names'];

/** Degrees of longitude in a pixel at zoom 0, where the world is 512 pixels wide. */
const DEGREES_PER_PIXEL = 360 / 512;
/** Pixels of the map that the network fills from end to end in the first view of a wide window, and how much nearer its reader may go. */
const FIRST_WIDTH = 1100;
const NEARER = 1;
/** Pixels by which a line may be off: half of what is drawn of a line's edge. */
const MOST_OFF = 0.25;
/** Degrees by which a line may be off that a name is set along: so the best place for it is found where the whole line has it. */
const FINE = 0.001;
/** Degrees between two points of a line, as far as the nearness of other things to it is told by them. */
const APART = 2;

const NO_TEXT: Text = { en: '' };
const keepNames = (names: Names): Names =>
  Object.fromEntries(LANGS.flatMap((lang) => (names[lang] ? [[lang, names[lang]]] : [])));

/** The zoom up to which the first view is looked at: that of the lines of all corridors, and somewhat nearer. */
function findZoom({ corridors, routes, links }: Pick<Parts, 'corridors' | 'routes' | 'links'>): number {
  const members = new Set(corridors.flatMap(({ kind, routes: ids }) => (kind === 'corridor' ? ids : [])));
  const used = new Set(routes.flatMap(({ id, links: legs }) => (members.has(id) ? legs.map((leg) => leg.id) : [])));
  const drawn = links.features.filter(({ properties }) => used.size === 0 || used.has(properties.id));
  const [west = -180, , east = 180] = computeExtent(drawn.flatMap(({ geometry }) => geometry.coordinates)) ?? [];
  const zoom = Math.log2((FIRST_WIDTH * DEGREES_PER_PIXEL) / Math.max(east - west, 1));
  return Math.round((zoom + NEARER) * 10) / 10;
}

/** Links of the routes that the names of corridors are set along. */
const findNamed = ({ corridors, routes }: Pick<Parts, 'corridors' | 'routes'>): Set<string> => {
  const mains = new Set(corridors.flatMap(({ kind, main }) => (kind === 'corridor' ? [main] : [])));
  return new Set(routes.flatMap(({ id, links }) => (mains.has(id) ? links.map((leg) => leg.id) : [])));
};

/**
 * Links that are drawn, which are those of routes, and of each mode, status and year of opening one: choices of what is shown are the same
 * by them. A network may have a hundred times as many that are there to be searched.
 */
function findDrawn({ links, parallelLines }: Pick<Parts, 'links' | 'parallelLines'>): LinkFeature[] {
  const drawn = new Set(parallelLines.map(({ link }) => link));
  const kinds = new Set<unknown>();
  const isNew = ({ mode, status, opened }: LinkFeature['properties']): boolean => {
    const before = kinds.size;
    kinds.add(mode).add(status);
    if (opened) kinds.add(opened.slice(0, 4));
    return kinds.size > before;
  };
  const [seen, others] = [true, false].map((is) => links.features.filter(({ properties }) => drawn.has(properties.id) === is));
  for (const { properties } of seen ?? []) isNew(properties);
  const kept = new Set([...(seen ?? []), ...(others ?? []).filter(({ properties }) => isNew(properties))]);
  return links.features.filter((link) => kept.has(link));
}

/** The places at the ends of links, and those that routes and areas name. */
function findPlaces(
  { nodes, routes, areas }: Pick<Parts, 'nodes' | 'routes' | 'areas'>,
  links: readonly LinkFeature[],
): NodeFeature[] {
  const used = new Set([
    ...links.flatMap(({ properties: { from, to } }) => [from, to]),
    ...routes.flatMap((route) => route.nodes.map(({ id }) => id)),
    ...areas.features.flatMap(({ properties: { node } }) => node ?? []),
  ]);
  return nodes.features.filter(({ properties }) => used.has(properties.id));
}

/** A line with few points, none farther from the next than `APART`. */
function reduceLine(line: readonly Position[], tolerance: number): Position[] {
  const kept = new Set(simplify(line, tolerance));
  let last: Position | undefined;
  return line.flatMap((at): Position[] => {
    const isFar = last !== undefined && Math.hypot(at[0] - last[0], at[1] - last[1]) > APART;
    if (!isFar && !kept.has(at)) return [];
    last = at;
    return [at];
  });
}

function reduceLink({ geometry, properties }: LinkFeature, tolerance: number): LinkFeature {
  const { published: _, passes: __, note: ___, estimate: ____, asOf: _____, ...kept } = properties;
  const { disruption } = kept;
  const [source = ''] = properties.sources;
  return {
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: reduceLine(geometry.coordinates, tolerance),
    },
    properties: {
      ...kept,
      ...(disruption && { disruption: { ...disruption, note: NO_TEXT, sources: disruption.sources.slice(0, 1) } }),
      published: [],
      vertices: 0,
      sources: [source],
    },
  };
}

function reduceNode({ geometry, properties }: NodeFeature, zoom: number): NodeFeature {
  const { id, name, names, country, kind, rank, sources } = properties;
  const isNamed = (RANK_ZOOM[rank] ?? 0) <= zoom;
  const [source = ''] = sources;
  return {
    type: 'Feature',
    geometry,
    properties: { id, name, names: isNamed ? keepNames(names) : {}, country, kind, rank, sources: [source] },
  };
}

const reduceRoute = ({ summary: _, estimate: __, ...route }: RouteProperties): RouteProperties => ({
  ...route,
  names: keepNames(route.names),
  published: [],
  crossings: [],
  breaks: [],
  changes: [],
  figures: [],
  sources: [],
});

function reduceArea({ properties: { summary: _, ...properties }, ...area }: AreaFeature): AreaFeature {
  const [source = ''] = properties.sources;
  return { ...area, properties: { ...properties, names: keepNames(properties.names), figures: [], sources: [source] } };
}

const reduceContext = ({ start, article, initiatives, claims, countries, statusAsOf }: Parts['context']): Parts['context'] => ({
  ...(start && { start }),
  article: { author: '', published: article.published, title: NO_TEXT, about: NO_TEXT, paragraphs: [] },
  notes: [],
  initiatives: initiatives.map((one) => ({ ...one, names: keepNames(one.names), summary: NO_TEXT, sources: [] })),
  claims: claims.map(({ id, paragraph, verdict }) => ({
    id,
    paragraph,
    text: NO_TEXT,
    features: [],
    test: NO_TEXT,
    ...(verdict && { verdict }),
    sources: [],
  })),
  borders: [],
  countries,
  statusAsOf,
});

/** The files as a reader of the first view needs them: without what only pages of features say, and no finer than it is seen. */
export function reduceToFirst(parts: Parts): Pick<First, 'zoom' | 'parts'> {
  const { nodes, links, routes, parallelLines, corridors, areas, context, comparisons } = parts;
  const zoom = findZoom(parts);
  const coarse = (MOST_OFF * DEGREES_PER_PIXEL) / 2 ** zoom;
  const named = findNamed(parts);
  const drawn = findDrawn(parts);
  return {
    zoom,
    parts: {
      nodes: { ...nodes, features: findPlaces(parts, drawn).map((node) => reduceNode(node, zoom)) },
      links: {
        ...links,
        features: drawn.map((link) => reduceLink(link, named.has(link.properties.id) ? Math.min(FINE, coarse) : coarse)),
      },
      routes: routes.map(reduceRoute),
      parallelLines,
      corridors: corridors.map((one) => ({ ...one, names: keepNames(one.names), summary: NO_TEXT, figures: [], sources: [] })),
      areas: { ...areas, features: areas.features.map(reduceArea) },
      context: reduceContext(context),
      comparisons,
    },
  };
}
