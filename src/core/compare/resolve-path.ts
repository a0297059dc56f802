/** A compared item as the legs that it travels, or the reason why there are none. */
import type { ComparedItem, Point, PathItem } from '../url/compare-items.ts';
import { cutId, cutLink } from '../geo/cut-link.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { findFeature } from '../dataset/dataset.ts';
import { INTERNATIONAL_WATERS, type MeasuredLeg, getCountrySegments, getStart, toMetres } from '../measure/measure.ts';
import type { RouteProperties } from '../dataset/model.ts';
import { resolvePathItem } from '../routing/find-paths.ts';

/** Why an item cannot be shown; a dictionary turns each into a sentence. */
export type PathProblem =
  | { reason: 'unknown-id'; id: string }
  /** A place, an area …, which has no way to measure. */
  | { reason: 'not-a-line'; id: string }
  | { reason: 'unknown-node'; id: string }
  | { reason: 'off-route'; id: string; route: string }
  | { reason: 'off-route-km'; km: number; route: string; wholeKm: number }
  | { reason: 'empty' }
  /** A route whose sections did not come. */
  | { reason: 'incomplete'; id: string }
  /** No way between two places under the conditions of the item. */
  | { reason: 'no-path'; from: string; to: string }
  /** A reader's own route that this browser does not have. */
  | { reason: 'unknown-import'; id: string };

export interface ResolvedPath {
  /** In the order of travel; the first and the last may be pieces of links. */
  legs: MeasuredLeg[];
  /** Country of a node, or of a point where a link was cut. */
  countryOf(node: string): string;
  /** The route that it is or is a part of, and which kilometres of it. */
  on: { route: string; fromKm: number; toKm: number } | null;
}

export type PathResult = { resolvedPath: ResolvedPath } | { problem: PathProblem };

/** The way of an item. Never throws. */
export function resolvePath(atlas: Atlas, item: Exclude<ComparedItem, { kind: 'imported' }>): PathResult {
  const plain = (legs: MeasuredLeg[] | PathProblem): PathResult =>
    'reason' in legs ? { problem: legs } : { resolvedPath: { legs, countryOf: nodeCountry(atlas), on: null } };
  switch (item.kind) {
    case 'feature': {
      const route = atlas.routes.get(item.id);
      if (route) return sectionOf(atlas, route, 0, route.drawnKm);
      const link = atlas.links.get(item.id);
      if (link) return plain([{ link, reversed: false }]);
      return { problem: { reason: findFeature(atlas, item.id) ? 'not-a-line' : 'unknown-id', id: item.id } };
    }
    case 'section': {
      const route = atlas.routes.get(item.route);
      if (!route) return { problem: { reason: findFeature(atlas, item.route) ? 'not-a-line' : 'unknown-id', id: item.route } };
      const [from, to] = [findKmOnPath(atlas, route, item.from), findKmOnPath(atlas, route, item.to)];
      if (typeof from !== 'number') return { problem: from };
      if (typeof to !== 'number') return { problem: to };
      return sectionOf(atlas, route, from, to);
    }
    case 'path':
      return plain(wayLegs(atlas, item));
  }
}

/** The legs of a way, found anew, as the network may have changed since the item was written. */
function wayLegs(atlas: Atlas, item: PathItem): MeasuredLeg[] | PathProblem {
  const { way, reason } = resolvePathItem(atlas, item);
  if (reason?.code === 'unknown-place') return { reason: 'unknown-node', id: reason.id };
  if (!way) return { reason: 'no-path', from: item.from, to: item.to };
  return way.legs.map(({ id, reversed }) => ({ link: atlas.links.get(id)!, reversed }));
}

const nodeCountry =
  (atlas: Atlas) =>
  (node: string): string =>
    atlas.nodes.get(node)?.properties.country ?? INTERNATIONAL_WATERS;

/** Kilometre of a point on a route. */
export function findKmOnPath(atlas: Atlas, route: RouteProperties, point: Point): number | PathProblem {
  if (typeof point === 'number') {
    const km = toMetres(point);
    return km <= route.drawnKm ? km : { reason: 'off-route-km', km, route: route.id, wholeKm: route.drawnKm };
  }
  const stop = route.nodes.find(({ id }) => id === point);
  if (stop) return stop.km;
  return atlas.nodes.has(point) ? { reason: 'off-route', id: point, route: route.id } : { reason: 'unknown-node', id: point };
}

/** A section of a route between two of its kilometres, travelled backwards where the second one is the smaller. */
function sectionOf(atlas: Atlas, route: RouteProperties, fromKm: number, toKm: number): PathResult {
  if (fromKm === toKm) return { problem: { reason: 'empty' } };
  const whole = route.links.map(({ id, reversed }) => ({ link: atlas.links.get(id), reversed }));
  if (!whole.every((leg): leg is MeasuredLeg => leg.link !== undefined)) {
    return { problem: { reason: 'incomplete', id: route.id } };
  }
  const [low, high] = fromKm < toKm ? [fromKm, toKm] : [toKm, fromKm];
  const countries = new Map<string, string>();
  const legs = whole.flatMap((leg, i): MeasuredLeg[] => {
    const [start, end] = [route.nodes[i]!.km, route.nodes[i + 1]!.km];
    const [a, b] = [toMetres(Math.max(low, start) - start), toMetres(Math.min(high, end) - start)];
    const { drawnKm, id } = leg.link.properties;
    if (b - a <= 0) return [];
    // A section that ends in the middle of a voyage, at a point of the way that is a node.
    for (const [node, at] of [
      [i, start],
      [i + 1, end],
    ] as const) {
      const isEnd = at === low || at === high;
      if (isEnd && isSea(whole[node - 1]) && isSea(whole[node]))
        countries.set(route.nodes[node]!.id, lastLand(atlas, whole, node));
    }
    if (a === 0 && b === drawnKm) return [leg];
    for (const at of [a, b]) {
      if (at > 0 && at < drawnKm) countries.set(cutId(id, along(leg, at)), countryAt(atlas, whole, i, at));
    }
    const [first, second] = [along(leg, a), along(leg, b)];
    return [{ link: cutLink(leg.link, Math.min(first, second), Math.max(first, second)), reversed: leg.reversed }];
  });
  const backwards = fromKm > toKm;
  return {
    resolvedPath: {
      legs: backwards ? legs.toReversed().map(({ link, reversed }) => ({ link, reversed: !reversed })) : legs,
      countryOf: (node) => countries.get(node) ?? nodeCountry(atlas)(node),
      on: { route: route.id, fromKm, toKm },
    },
  };
}

/** Kilometre of a link, from its `from`, that lies `km` into a leg. */
const along = ({ link, reversed }: MeasuredLeg, km: number): number => (reversed ? toMetres(link.properties.drawnKm - km) : km);

/** Country at a point of a leg; at sea that of the land left behind, so that a crossing is counted where the ship arrives. */
function countryAt(atlas: Atlas, legs: readonly MeasuredLeg[], i: number, km: number): string {
  const leg = legs[i]!;
  if (leg.link.properties.mode !== 'sea') {
    let start = 0;
    for (const { code, km: share } of getCountrySegments(leg)) if (km < (start += share)) return code;
  }
  return lastLand(atlas, legs, i);
}

const isSea = (leg: MeasuredLeg | undefined): boolean => leg?.link.properties.mode === 'sea';

/** Country of the port that a ship sailed from which is under way at the start of a leg. */
function lastLand(atlas: Atlas, legs: readonly MeasuredLeg[], i: number): string {
  let first = i;
  while (isSea(legs[first - 1])) first -= 1;
  return nodeCountry(atlas)(getStart(legs[first]!));
}
