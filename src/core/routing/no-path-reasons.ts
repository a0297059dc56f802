/** Why there is no way, as data that a page or the command line turns into words, with what would open one. */
import { findBestPaths, type Network, findServedPlaces, getStops, filterUsableLinks, type PathRequest } from './best-paths.ts';
import type { Mode } from '../dataset/model.ts';

/** A single condition of a request. */
export type Condition =
  | { kind: 'country'; code: string }
  | { kind: 'mode'; mode: Mode }
  /** That only some statuses are used. */
  | { kind: 'status' }
  | { kind: 'year'; year: number }
  /** That nothing disrupted is used. */
  | { kind: 'disrupted' }
  /** A link, or a node, that is closed for the trial. */
  | { kind: 'closed'; link: string }
  | { kind: 'via'; node: string };

/** A condition without which there is a way, and the length of the shortest. */
export interface Lift {
  condition: Condition;
  km: number;
}

export type Reason =
  | { code: 'unknown-place'; id: string }
  /** A place of the dataset where no line ends. */
  | { code: 'unserved-place'; id: string }
  /** Two stops in a row, or start and end, are the same. */
  | { code: 'same-place'; id: string }
  /** A stop lies in a country that is to be avoided. */
  | { code: 'avoided-place'; id: string; country: string; lifts: Lift[] }
  /** The conditions leave no line at all. */
  | { code: 'all-avoided'; lifts: Lift[] }
  /** `connected`: there is a way as soon as all conditions are lifted. */
  | { code: 'no-path'; connected: boolean; lifts: Lift[] };

/** What is wrong with the places of a request, before any search; null where nothing is. */
export function findCutOffPlaces(network: Network, request: PathRequest): Reason | null {
  const served = findServedPlaces(network);
  const stops = getStops(request);
  for (const id of stops) {
    if (!served.has(id)) return { code: network.nodes.has(id) ? 'unserved-place' : 'unknown-place', id };
  }
  const twice = stops.find((id, i) => id === stops[i + 1]) ?? (request.from === request.to ? request.from : null);
  return twice === null ? null : { code: 'same-place', id: twice };
}

/** Why a search found nothing. */
export function explainNoPath(network: Network, request: PathRequest): Reason {
  const lifts = conditionsOf(request)
    .flatMap(({ condition, without }): Lift[] => {
      if (findCutOffPlaces(network, without)) return [];
      const [way] = findBestPaths(network, { ...without, by: 'length', count: 1 });
      return way ? [{ condition, km: way.measured.drawnKm }] : [];
    })
    .sort((a, b) => a.km - b.km);
  for (const id of getStops(request)) {
    const country = network.nodes.get(id)?.properties.country;
    if (country && request.avoidCountries?.includes(country)) return { code: 'avoided-place', id, country, lifts };
  }
  if (filterUsableLinks(network, { ...request, closed: [] }).length === 0) return { code: 'all-avoided', lifts };
  const { from, to } = request;
  return { code: 'no-path', connected: findBestPaths(network, { from, to, count: 1 }).length > 0, lifts };
}

/** Each condition of a request, with the request without it. */
function conditionsOf(request: PathRequest): { condition: Condition; without: PathRequest }[] {
  const { avoidCountries = [], avoidModes = [], closed = [], via = [], statuses, avoidDisrupted, year = null } = request;
  const not =
    <T>(one: T) =>
    (other: T): boolean =>
      other !== one;
  const { statuses: _, ...anyStatus } = request;
  return [
    ...avoidCountries.map((code) => ({
      condition: { kind: 'country' as const, code },
      without: { ...request, avoidCountries: avoidCountries.filter(not(code)) },
    })),
    ...avoidModes.map((mode) => ({
      condition: { kind: 'mode' as const, mode },
      without: { ...request, avoidModes: avoidModes.filter(not(mode)) },
    })),
    ...(statuses ? [{ condition: { kind: 'status' as const }, without: anyStatus }] : []),
    ...(avoidDisrupted ? [{ condition: { kind: 'disrupted' as const }, without: { ...request, avoidDisrupted: false } }] : []),
    ...(year === null ? [] : [{ condition: { kind: 'year' as const, year }, without: { ...request, year: null } }]),
    ...closed.map((link) => ({
      condition: { kind: 'closed' as const, link },
      without: { ...request, closed: closed.filter(not(link)) },
    })),
    ...via.map((node) => ({
      condition: { kind: 'via' as const, node },
      without: { ...request, via: via.filter(not(node)) },
    })),
  ];
}
