/** Why there is no path, as data that a page or the command line turns into words, with what would open one. */
import { findBestPaths, type FoundPath, type Network, getStops, filterUsableLinks, type PathRequest } from './best-paths.ts';
import { flatten } from './search/flat-network.ts';
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

/** A condition without which there is a path, and the shortest one with its measured length. */
export interface Lift {
  condition: Condition;
  path: FoundPath;
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
  /** `connected`: there is a path as soon as all conditions are lifted. */
  | { code: 'no-path'; connected: boolean; lifts: Lift[] };

/** What is wrong with the places of a request, before any search; null where nothing is. */
export function findCutOffPlaces(network: Network, request: PathRequest): Reason | null {
  const served = flatten(network.links).numbers;
  const stops = getStops(request);
  for (const id of stops) {
    if (!served.has(id)) return { code: network.nodes.has(id) ? 'unserved-place' : 'unknown-place', id };
  }
  const twice = stops.find((id, i) => id === stops[i + 1]) ?? (request.from === request.to ? request.from : null);
  return twice === null ? null : { code: 'same-place', id: twice };
}

/** Why a search found nothing. */
export function explainNoPath(network: Network, request: PathRequest): Reason {
  const lifts = listConditions(request)
    .flatMap(({ condition, without }): Lift[] => {
      if (findCutOffPlaces(network, without)) return [];
      const [path] = findBestPaths(network, { ...without, by: 'length', count: 1 });
      return path ? [{ condition, path, km: path.measured.drawnKm }] : [];
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
function listConditions(request: PathRequest): { condition: Condition; without: PathRequest }[] {
  const { avoidCountries = [], avoidModes = [], closed = [], via = [], statuses, avoidDisrupted, year = null } = request;
  const { statuses: _, ...anyStatus } = request;
  const rows: { condition: Condition; without: PathRequest }[] = [];
  for (const code of avoidCountries) {
    rows.push({ condition: { kind: 'country', code }, without: { ...request, avoidCountries: omit(avoidCountries, code) } });
  }
  for (const mode of avoidModes) {
    rows.push({ condition: { kind: 'mode', mode }, without: { ...request, avoidModes: omit(avoidModes, mode) } });
  }
  if (statuses) rows.push({ condition: { kind: 'status' }, without: anyStatus });
  if (avoidDisrupted) rows.push({ condition: { kind: 'disrupted' }, without: { ...request, avoidDisrupted: false } });
  if (year !== null) rows.push({ condition: { kind: 'year', year }, without: { ...request, year: null } });
  for (const link of closed) {
    rows.push({ condition: { kind: 'closed', link }, without: { ...request, closed: omit(closed, link) } });
  }
  for (const node of via) {
    rows.push({ condition: { kind: 'via', node }, without: { ...request, via: omit(via, node) } });
  }
  return rows;
}

const omit = <T>(list: readonly T[], one: T): T[] => list.filter((other) => other !== one);
