/**
 * Paths between two places of the network, best first, that really differ.
 *
 * Two paths differ where the second leaves out at least a quarter of the kilometres of the first (`MOST_SHARED`). None is longer
 * than two and a half times the shortest one under the same conditions (`MOST_DETOUR`), and none passes a place twice, except
 * after a stop that was asked for.
 */
import type { Criterion } from '../url/compare-items.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { wasOpen } from '../dataset/filter.ts';
import { isPermitted } from './shortest-path.ts';
import { type MeasuredLeg, measureLegs } from '../measure/measure.ts';
import type { Leg, LinkFeature, Mode, Status } from '../dataset/model.ts';
import { searchPaths } from './search/path-search.ts';
import { buildStates, openStates } from './search/path-states.ts';
import { createReach } from './search/reach.ts';

export const MOST_FOUND = 4;
export const MOST_SHARED = 0.75;
export const MOST_DETOUR = 2.5;
/**
 * Detours within which the shortest paths are looked for, one after the other: what is far off need not be looked at where enough are
 * found near by, and the shortest ones come first, so that they are the same. One with fewer borders may be a long way round.
 */
const DETOURS = [1.1, 1.5, MOST_DETOUR];

/** What a path is searched in; an atlas has it. */
export type Network = Pick<Atlas, 'links' | 'nodes'>;

export interface Conditions {
  /** ISO 3166-1 alpha-2; no link with a kilometre in one of them is used. */
  avoidCountries?: readonly string[];
  avoidModes?: readonly Mode[];
  /** Only links of these statuses are used; all where it is left out. */
  statuses?: readonly Status[];
  /** Only links that were open by the end of this year; one without a date of opening was always there. */
  year?: number | null;
  /** No link that a disruption bears on is used. */
  avoidDisrupted?: boolean;
  /** Ids of links that are closed for the trial, and of nodes where all that meets is; unknown ones change nothing. */
  closed?: readonly string[];
}

export interface PathRequest extends Conditions {
  /** Node ids. */
  from: string;
  to: string;
  /** Node ids in the order of travel. */
  via?: readonly string[];
  /** What the best path has least of, equal ones by length; length by default. */
  by?: Criterion;
  /** How many paths at most; `MOST_FOUND` by default. */
  count?: number;
}

export interface FoundPath {
  /** The links in the order of travel. */
  legs: Leg[];
  /** The totals that a published route carries, in kilometres. */
  measured: ReturnType<typeof measureLegs>;
}

/** All places that a request names, in the order of travel. */
export const getStops = ({ from, via = [], to }: PathRequest): string[] => [from, ...via, to];

/** The places where a line ends or stops. */
export const findServedPlaces = ({ links }: Pick<Network, 'links'>): ReadonlySet<string> =>
  new Set([...links.values()].flatMap(({ properties: { from, to } }) => [from, to]));

/** Answers whether a path may use a link. */
function createUsableTest({ year = null, closed = [], avoidDisrupted = false, ...conditions }: Conditions) {
  const isClosed = new Set(closed);
  return ({ properties }: LinkFeature): boolean =>
    isPermitted(properties, conditions) &&
    !(avoidDisrupted && properties.disruption) &&
    (closed.length === 0 || ![properties.id, properties.from, properties.to].some((id) => isClosed.has(id))) &&
    (year === null || wasOpen(properties, year));
}

/** The links that a path may use. */
export const filterUsableLinks = ({ links }: Pick<Network, 'links'>, conditions: Conditions): LinkFeature[] =>
  [...links.values()].filter(createUsableTest(conditions));

/**
 * The paths of a request; empty where there is none. A length counts in kilometres, a gauge break, border crossing and change of
 * mode as `measureLegs` counts it.
 *
 * @param request its stops are known, and no two in a row are the same
 */
export function findBestPaths(network: Network, request: PathRequest): FoundPath[] {
  const getCountry = (node: string): string => network.nodes.get(node)?.properties.country ?? 'XX';
  const stops = getStops(request);
  const { by = 'length', count = MOST_FOUND } = request;
  const reach = createReach(network.links, stops, createUsableTest(request));
  const options = { by, count, mostShared: MOST_SHARED, mostDetour: MOST_DETOUR };
  let found: MeasuredLeg[][] = [];
  for (const detour of by === 'length' ? DETOURS : []) {
    const near = found.length < count ? reach.openLegs(detour) : null;
    if (near) found = searchPaths(openStates(near.legsAt, stops, getCountry), stops, { ...options, near });
  }
  if (by !== 'length') {
    found = searchPaths(buildStates(reach.listLinks(MOST_DETOUR), stops, getCountry), stops, options);
  }
  return found.map((legs) => ({
    legs: legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed })),
    measured: measureLegs(legs, getCountry),
  }));
}
