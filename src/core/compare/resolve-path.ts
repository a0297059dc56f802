/** A compared item as the legs that it travels, or the reason why there are none. */
import { type Atlas, findFeature } from '../dataset/dataset.ts';
import type { Leg, RouteProperties } from '../dataset/model.ts';
import { cutLink, writeCutId } from '../measure/cut-link.ts';
import {
  type DrawnLeg,
  getCountrySegments,
  getStart,
  INTERNATIONAL_WATERS,
  type MeasuredLeg,
  toMetres,
} from '../measure/measure.ts';
import { type FoundPaths, resolvePathItem } from '../routing/find-paths.ts';
import { findLegs } from '../routing/legs.ts';
import type { ComparedItem, PathItem, Point } from '../url/compare-items.ts';

/** Why an item cannot be shown; a dictionary turns each into a sentence. */
export type PathProblem =
  | { reason: 'unknown-id'; id: string }
  /** A place, an area …, which has no line to measure. */
  | { reason: 'not-a-line'; id: string }
  | { reason: 'unknown-node'; id: string }
  | { reason: 'off-route'; id: string; route: string }
  | { reason: 'off-route-km'; km: number; route: string; wholeKm: number }
  | { reason: 'empty' }
  /** A route whose links were not loaded. */
  | { reason: 'incomplete'; id: string }
  /** No path between two places under the conditions of the item. */
  | { reason: 'no-path'; from: string; to: string }
  /** An imported route that this browser does not have. */
  | { reason: 'unknown-import'; id: string };

/** What is drawn of a compared item. */
export interface DrawnPath {
  /** In the order of travel; the first and the last may be pieces of links. */
  legs: readonly DrawnLeg[];
  /** Country of a node, or of a point where a link was cut. */
  getCountry(node: string): string;
  /** The route that it is or is a part of, and which kilometres of it. */
  on: { route: string; fromKm: number; toKm: number } | null;
}

export interface ResolvedPath extends DrawnPath {
  /** At least one. */
  legs: readonly MeasuredLeg[];
}

export type PathResult = { resolvedPath: ResolvedPath } | { problem: PathProblem };

/**
 * The path of an item. Never throws.
 *
 * @param found of a `path:` item, what its request finds; it is searched where it is left out
 */
export function resolvePath(atlas: Atlas, item: Exclude<ComparedItem, { kind: 'imported' }>, found?: FoundPaths): PathResult {
  const getCountry = createCountryLookup(atlas);
  switch (item.kind) {
    case 'feature': {
      const route = atlas.routes.get(item.id);
      if (route) return resolveSection(atlas, route, 0, route.drawnKm);
      const link = atlas.links.get(item.id);
      if (link) return { resolvedPath: { legs: [{ link, reversed: false }], getCountry, on: null } };
      return { problem: describeUnusable(atlas, item.id) };
    }
    case 'section': {
      const route = atlas.routes.get(item.route);
      if (!route) return { problem: describeUnusable(atlas, item.route) };
      const [from, to] = [findKmOnPath(atlas, route, item.from), findKmOnPath(atlas, route, item.to)];
      if (typeof from !== 'number') return { problem: from };
      if (typeof to !== 'number') return { problem: to };
      return resolveSection(atlas, route, from, to);
    }
    case 'path': {
      const legs = findPathLegs(atlas, item, found);
      return 'reason' in legs ? { problem: legs } : { resolvedPath: { legs, getCountry, on: null } };
    }
  }
}

const describeUnusable = (atlas: Atlas, id: string): PathProblem => ({
  reason: findFeature(atlas, id) ? 'not-a-line' : 'unknown-id',
  id,
});

/** The legs of a path, searched again each time, as the network may have changed since the item was written. */
function findPathLegs(atlas: Atlas, item: PathItem, found?: FoundPaths): MeasuredLeg[] | PathProblem {
  const { path, reason } = resolvePathItem(atlas, item, found);
  if (reason?.code === 'unknown-place') return { reason: 'unknown-node', id: reason.id };
  if (!path) return { reason: 'no-path', from: item.from, to: item.to };
  return findLegs(atlas, path.legs);
}

export const createCountryLookup =
  (atlas: Atlas) =>
  (node: string): string =>
    atlas.nodes.get(node)?.properties.country ?? INTERNATIONAL_WATERS;

/** Kilometre of a point on a route. */
function findKmOnPath(atlas: Atlas, route: RouteProperties, point: Point): number | PathProblem {
  if (typeof point === 'number') {
    const km = toMetres(point);
    return km <= route.drawnKm ? km : { reason: 'off-route-km', km, route: route.id, wholeKm: route.drawnKm };
  }
  const stop = route.nodes.find(({ id }) => id === point);
  if (stop) return stop.km;
  return atlas.nodes.has(point) ? { reason: 'off-route', id: point, route: route.id } : { reason: 'unknown-node', id: point };
}

interface Stop {
  id: string;
  km: number;
}

/** A leg of a route with the nodes where it starts and ends. */
interface PlacedLeg {
  leg: MeasuredLeg;
  start: Stop;
  end: Stop;
}

/** The legs of a route; null where a link or a node of it was not loaded. */
function placeLegs(atlas: Atlas, { links, nodes }: { links: readonly Leg[]; nodes: readonly Stop[] }): PlacedLeg[] | null {
  const placed = findLegs(atlas, links).flatMap((leg, i): PlacedLeg[] => {
    const [start, end] = [nodes[i], nodes[i + 1]];
    return start && end ? [{ leg, start, end }] : [];
  });
  return placed.length === links.length ? placed : null;
}

/** A section of a route between two of its kilometres, travelled backwards where the second one is the smaller. */
function resolveSection(atlas: Atlas, route: RouteProperties, fromKm: number, toKm: number): PathResult {
  if (fromKm === toKm) return { problem: { reason: 'empty' } };
  const whole = placeLegs(atlas, route);
  if (!whole) return { problem: { reason: 'incomplete', id: route.id } };
  const [low, high] = fromKm < toKm ? [fromKm, toKm] : [toKm, fromKm];
  const countries = new Map<string, string>();
  const legs = whole.flatMap(({ leg, start, end }, i): MeasuredLeg[] => {
    const [a, b] = [toMetres(Math.max(low, start.km) - start.km), toMetres(Math.min(high, end.km) - start.km)];
    const { drawnKm, id } = leg.link.properties;
    if (b - a <= 0) return [];
    // A section that ends in the middle of a voyage, at a waypoint that is a node.
    for (const [node, n] of [
      [start, i],
      [end, i + 1],
    ] as const) {
      const isEnd = node.km === low || node.km === high;
      if (isEnd && isSea(whole[n - 1]) && isSea(whole[n])) countries.set(node.id, findLastLand(atlas, whole, n));
    }
    if (a === 0 && b === drawnKm) return [leg];
    for (const at of [a, b]) {
      if (at > 0 && at < drawnKm) countries.set(writeCutId(id, computeLinkKm(leg, at)), findCountryAt(atlas, whole, i, at));
    }
    const [first, second] = [computeLinkKm(leg, a), computeLinkKm(leg, b)];
    return [{ link: cutLink(leg.link, Math.min(first, second), Math.max(first, second)), reversed: leg.reversed }];
  });
  const isBackwards = fromKm > toKm;
  const getNodeCountry = createCountryLookup(atlas);
  return {
    resolvedPath: {
      legs: isBackwards ? legs.toReversed().map(({ link, reversed }) => ({ link, reversed: !reversed })) : legs,
      getCountry: (node) => countries.get(node) ?? getNodeCountry(node),
      on: { route: route.id, fromKm, toKm },
    },
  };
}

/** Kilometre of a link, from its `from`, that lies `km` into a leg. */
const computeLinkKm = ({ link, reversed }: MeasuredLeg, km: number): number =>
  reversed ? toMetres(link.properties.drawnKm - km) : km;

/** Country at a point of a leg; at sea that of the land left behind, so that a crossing is counted where the ship arrives. */
function findCountryAt(atlas: Atlas, legs: readonly PlacedLeg[], i: number, km: number): string {
  const placed = legs[i];
  if (placed && !isSea(placed)) {
    let start = 0;
    for (const { code, km: share } of getCountrySegments(placed.leg)) {
      start += share;
      if (km < start) return code;
    }
  }
  return findLastLand(atlas, legs, i);
}

const isSea = (placed: PlacedLeg | undefined): boolean => placed?.leg.link.properties.mode === 'sea';

/** Country of the port that a ship sailed from which is under way at the start of a leg. */
function findLastLand(atlas: Atlas, legs: readonly PlacedLeg[], i: number): string {
  let first = i;
  while (isSea(legs[first - 1])) first -= 1;
  const port = legs[first]?.leg;
  return port ? createCountryLookup(atlas)(getStart(port)) : INTERNATIONAL_WATERS;
}
