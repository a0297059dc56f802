/** What closing one place or section of a route costs: how the route goes on without it. */
import type { Atlas } from '../dataset/dataset.ts';
import type { Leg, RouteProperties, Status } from '../dataset/model.ts';
import { type Estimate, estimateLegs } from '../measure/estimate.ts';
import { INTERNATIONAL_WATERS, type MeasuredLeg, measureLegs, toMetres } from '../measure/measure.ts';
import { sumLinks } from '../measure/sum-links.ts';
import type { Network } from './best-paths.ts';
import { describePath, NO_CONDITIONS } from './describe-path.ts';
import { findLegs } from './legs.ts';
import { createPathSearch } from './shortest-path.ts';

type Measured = ReturnType<typeof measureLegs>;

export interface Without {
  route: RouteProperties;
  /** The link or node that is closed. */
  closed: string;
  /** The way round; null where there is none. */
  legs: MeasuredLeg[] | null;
  measured: Measured | null;
  /** How much more than the route, by the estimates of both where there are such; negative where it is less. Null where there is no way. */
  km: number | null;
  /** Bounds of `km`, from the stretches that the two do not share; null where these have no estimate. */
  bounds: Pick<Estimate, 'low' | 'high'> | null;
  borders: number | null;
  gaugeBreaks: number | null;
  modeChanges: number | null;
  /** Kilometres of the way round, where it leaves the route, that a disruption bears on. */
  disruptedKm: number;
}

/** What a search for a way round asks of a route. */
export type LeftRoute = Pick<RouteProperties, 'links' | 'nodes' | 'byStatus'>;

/** A kilometre of the route itself counts for so much, that the way round leaves it for as few as possible. */
const OWN_WEIGHT = 0.001;

/** The routes that pass a link or node other than at their ends: main ones of corridors first, as the dataset has them. */
export function findRoutesBroken(atlas: Pick<Atlas, 'routes' | 'corridors'>, id: string): RouteProperties[] {
  const mains = new Set([...atlas.corridors.values()].map(({ main }) => main));
  return [...atlas.routes.values()]
    .filter(({ links, nodes }) => links.some((leg) => leg.id === id) || nodes.slice(1, -1).some((node) => node.id === id))
    .sort((a, b) => Number(mains.has(b.id)) - Number(mains.has(a.id)));
}

const listStatuses = ({ byStatus }: LeftRoute): Status[] => byStatus.map(({ status }) => status);

/**
 * The way from end to end of a route that does not use a link, or passes a node, and leaves the route for as few kilometres as it
 * can. It uses links of the statuses that the route itself uses. Null where there is none.
 */
export function findWayRound(network: Pick<Network, 'links'>, route: LeftRoute, closed: string): Leg[] | null {
  const own = new Set(route.links.map(({ id }) => id));
  const links = [...network.links.values()]
    .map(({ properties }) => properties)
    .filter(({ id, from, to }) => ![id, from, to].includes(closed))
    .map((link) => (own.has(link.id) ? { ...link, drawnKm: link.drawnKm * OWN_WEIGHT } : link));
  return createPathSearch(links, { statuses: listStatuses(route) })(route.nodes[0]!.id, route.nodes.at(-1)!.id);
}

/** A way round as an item of a comparison; null where the grammar cannot say it. */
export function describeWayRound(network: Network, route: LeftRoute, closed: string, path: readonly Leg[]): string | null {
  const openOnly = listStatuses(route).every((status) => status === 'open');
  return describePath(network, findLegs(network, path), { ...NO_CONDITIONS, openOnly, cut: [closed] })?.text ?? null;
}

/**
 * What becomes of a route where a link or node is closed.
 *
 * @param path the way round; it is searched where it is left out
 */
export function computeWithout(
  atlas: Pick<Atlas, 'links' | 'nodes' | 'lengthModel'>,
  route: RouteProperties,
  closed: string,
  path: readonly Leg[] | null = findWayRound(atlas, route, closed),
): Without {
  const none = {
    legs: null,
    measured: null,
    km: null,
    bounds: null,
    borders: null,
    gaugeBreaks: null,
    modeChanges: null,
    disruptedKm: 0,
  };
  if (!path) return { route, closed, ...none };
  const legs = findLegs(atlas, path);
  const measured = measureLegs(legs, (node) => atlas.nodes.get(node)?.properties.country ?? INTERNATIONAL_WATERS);
  const estimate = route.estimatedKm === undefined ? null : estimateLegs(legs, atlas.lengthModel);
  const km = toMetres((estimate?.km ?? measured.drawnKm) - (estimate ? (route.estimatedKm ?? route.drawnKm) : route.drawnKm));
  return {
    route,
    closed,
    legs,
    measured,
    km,
    bounds: estimate && computeBounds(atlas, { route, legs, km }),
    borders: measured.borderCrossings - route.borderCrossings,
    gaugeBreaks: measured.gaugeBreaks - route.gaugeBreaks,
    modeChanges: measured.modeChanges - route.modeChanges,
    disruptedKm: sumDisrupted(atlas, legs, new Set(route.links.map(({ id }) => id))),
  };
}

/** Errors of stretches that route and way round share are the same in both, and bear on no difference. */
function computeBounds(
  atlas: Pick<Atlas, 'links' | 'lengthModel'>,
  { route, legs, km }: { route: RouteProperties; legs: readonly MeasuredLeg[]; km: number },
): Without['bounds'] {
  const [own, kept] = [new Set(route.links.map(({ id }) => id)), new Set(legs.map(({ link }) => link.properties.id))];
  const estimate = (parts: readonly MeasuredLeg[]) =>
    parts.length === 0 ? { low: 0, high: 0 } : estimateLegs(parts, atlas.lengthModel);
  const added = estimate(legs.filter(({ link }) => !own.has(link.properties.id)));
  const left = estimate(findLegs(atlas, route.links).filter(({ link }) => !kept.has(link.properties.id)));
  if (!added || !left) return null;
  return { low: Math.min(km, toMetres(added.low - left.high)), high: Math.max(km, toMetres(added.high - left.low)) };
}

/** Kilometres of legs that a disruption bears on, but for those of a route. */
export function sumDisrupted(
  { links }: Pick<Atlas, 'links'>,
  legs: readonly { link: { properties: { id: string } } }[],
  own: ReadonlySet<string>,
): number {
  const others = legs.flatMap(({ link }) => links.get(link.properties.id)?.properties ?? []).filter(({ id }) => !own.has(id));
  return sumLinks(others.filter(({ disruption }) => disruption));
}
