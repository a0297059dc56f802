/** The nodes of the network as the GeoJSON that the layers draw: which are named, from which zoom on, and which come first. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import { type Atlas, getName } from '../dataset/dataset.ts';
import { type Filters, filterLines } from '../dataset/filter.ts';
import type { NodeFeature, Position } from '../dataset/model.ts';
import { collect } from '../geo/feature-collection.ts';
import { type Choice, findChosenNodes } from './chosen-nodes.ts';
import { CHOSEN_ZOOM, RANK_ZOOM } from './drawing.ts';
import type { DrawOptions } from './features.ts';

export interface NodeLabel {
  id: string;
  name: string;
  kind: string;
  rank: number;
  /** The zoom from which it is shown. */
  from: number;
  /** Lower ones are named first; the ends of what is chosen have `END`, and what is pointed out `MARKED`. */
  order: number;
  /** True where the lines of the node step back: it has no name. */
  dimmed: boolean;
  /** True where a disc below it marks it. */
  selected: boolean;
}

/** Order of the ends of what is chosen, or else of routes of corridors: they are named before all else. */
export const END = 0;
/** Order of what is pointed out while nothing is chosen, such as the place of a claim's case: named before lines, too. */
export const MARKED = -1;
/** Of the places that are named from far out, and of others by rank, those of what is chosen first. */
const ORDER = { start: 1, chosen: 1, other: 10 };
/** How many places are named from far out: more are not read at a glance. */
const MOST_AT_START = 12;
/** Degrees of latitude that they are apart, so that each has room for its name. */
const APART = 5;

interface Candidate {
  node: NodeFeature;
  /** Routes of corridors that pass it. */
  routes: number;
  /** 2 for an end of a corridor's route, or of a railway where no other route passes; 1 for one that a corridor passes. */
  end: 0 | 1 | 2;
}

const measureDegrees = ([lon, lat]: Position, [otherLon, otherLat]: Position): number =>
  Math.hypot((lon - otherLon) * Math.cos(((lat + otherLat) * Math.PI) / 360), lat - otherLat);

const known = new WeakMap<Atlas, Map<string, readonly NodeFeature[]>>();

/** The places of a route in their order, looked up once: a map asks again at each change of what it shows. */
function listStops(atlas: Atlas, id: string): readonly NodeFeature[] {
  const routes = known.get(atlas) ?? new Map<string, readonly NodeFeature[]>();
  known.set(atlas, routes);
  const found =
    routes.get(id) ??
    (atlas.routes.get(id)?.links ?? []).flatMap((leg, i) => {
      const link = atlas.links.get(leg.id)?.properties;
      const [start, end] = leg.reversed ? [link?.to, link?.from] : [link?.from, link?.to];
      return [i === 0 ? start : undefined, end].flatMap((place) => (place === undefined ? [] : (atlas.nodes.get(place) ?? [])));
    });
  routes.set(id, found);
  return found;
}

/** How often each node is passed by the routes of what is shown, and which are ends of one. */
function countRoutes(atlas: Atlas, shown: ReadonlySet<string>): Candidate[] {
  const found = new Map<NodeFeature, Candidate>();
  for (const route of shown) {
    const stops = listStops(atlas, route);
    // The ends of a railway mostly lie within a corridor, which has names of its own.
    const most = atlas.routes.get(route)?.kind === 'railway' ? 1 : 2;
    stops.forEach((node, i) => {
      if (node.properties.kind === 'waypoint') return;
      const end = i === 0 || i === stops.length - 1 ? most : 0;
      const candidate = found.get(node);
      if (candidate) {
        candidate.routes += 1;
        if (end > candidate.end) candidate.end = end;
      } else found.set(node, { node, routes: 1, end });
    });
  }
  return [...found.values()].map((one) => (one.end === 1 && one.routes === 1 ? { ...one, end: 2 } : one));
}

/**
 * The few places that are named from far out: ends of routes first, then those of the highest rank that most routes pass, none
 * so near to another that there is no room for both.
 */
function findStartNodes(atlas: Atlas, shown: ReadonlySet<string>): Map<string, Candidate> {
  const candidates = countRoutes(atlas, shown)
    .filter(({ node, end }) => end > 0 || node.properties.rank === 1)
    .sort(
      (a, b) => Number(b.end > 0) - Number(a.end > 0) || b.routes - a.routes || a.node.properties.rank - b.node.properties.rank,
    );
  const taken: Candidate[] = [];
  for (const one of candidates) {
    const isNear = taken.some(({ node }) => measureDegrees(node.geometry.coordinates, one.node.geometry.coordinates) < APART);
    if (!isNear && taken.length < MOST_AT_START) taken.push(one);
  }
  return new Map(taken.map((one) => [one.node.properties.id, one]));
}

/** Where the borders and ports lie that are named from far out: their symbols are larger than a station's. */
export function findStartSymbols(atlas: Atlas, filters: Filters): Position[] {
  const shown = new Set(filterLines(atlas, filters).flatMap(({ line }) => line.routes));
  return [...findStartNodes(atlas, shown).values()].flatMap(({ node: { geometry, properties } }) =>
    properties.kind === 'border' || properties.kind === 'port' ? [geometry.coordinates] : [],
  );
}

/** The nodes of what is shown and of what is chosen, a chosen place included, without the bare way points of sea legs. */
export function buildNodeFeatures(
  atlas: Atlas,
  { lang, filters }: DrawOptions,
  choice: Choice = {},
): FeatureCollection<Point, NodeLabel> {
  const chosen = findChosenNodes(atlas, choice);
  // An event is pointed out at its place, which says where it was.
  const listPlaces = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => (atlas.nodes.has(id) ? id : (atlas.events.get(id)?.place ?? [])));
  const marked = new Set(listPlaces(choice.marked ?? []));
  const selected = new Set(listPlaces([choice.selected ?? '']));
  const used = new Set([...(chosen?.all ?? []), ...marked, ...selected].flatMap((id) => atlas.nodes.get(id) ?? []));
  const shown = new Set<string>();
  for (const { line, ends } of filterLines(atlas, filters)) {
    for (const end of ends) used.add(end);
    for (const route of line.routes) shown.add(route);
  }
  const start = findStartNodes(atlas, shown);
  const features = [...used].flatMap((node): Feature<Point, NodeLabel>[] => {
    const { id, kind, rank } = node.properties;
    if (kind === 'waypoint') return [];
    const isFirst = marked.has(id) || selected.has(id) || chosen?.ends.has(id) === true;
    const isChosen = isFirst || chosen?.all.has(id) === true;
    const atStart = start.get(id);
    const order = atStart?.end === 2 && !chosen ? END : atStart ? ORDER.start : ORDER.other + rank;
    const properties = {
      id,
      name: getName(lang, node.properties),
      kind,
      rank,
      from: isFirst || (atStart && !isChosen) ? 0 : ((isChosen ? CHOSEN_ZOOM : RANK_ZOOM)[rank] ?? 0),
      order: marked.has(id) && !chosen ? MARKED : isFirst ? END : isChosen ? ORDER.chosen + rank : order,
      dimmed: chosen !== null && !isChosen,
      selected: marked.has(id) || selected.has(id),
    };
    return [{ type: 'Feature', geometry: node.geometry, properties }];
  });
  return collect(features);
}
