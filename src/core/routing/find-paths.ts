/** From one place to another: the paths, or the reason why there is none. */
import { findBestPaths, type Network, type FoundPath, type PathRequest } from './best-paths.ts';
import type { PathItem } from '../url/compare-items.ts';
import type { Status } from '../dataset/model.ts';
import { findCutOffPlaces, type Reason, explainNoPath } from './no-path-reasons.ts';

/** What a path may use where a reader does not ask for more or less: all but what is closed for good. */
export const USABLE_STATUSES: readonly Status[] = ['open', 'under-construction', 'planned'];

export interface FoundPaths {
  /** Best first; empty where `reason` says why. */
  paths: FoundPath[];
  reason: Reason | null;
  /** The best path with nothing closed, where the request closes something and there is one. */
  undisturbed: FoundPath | null;
}

/** The paths of a request, or why there is none. Never throws. */
export function findPaths(network: Network, request: PathRequest): FoundPaths {
  const issue = findCutOffPlaces(network, request);
  if (issue) return { paths: [], reason: issue, undisturbed: null };
  const paths = findBestPaths(network, request);
  const undisturbed = request.closed?.length ? (findBestPaths(network, { ...request, closed: [], count: 1 })[0] ?? null) : null;
  return { paths, reason: paths.length === 0 ? explainNoPath(network, request) : null, undisturbed };
}

/**
 * What a `path:` item asks for. A year says itself what was open then; without one a path uses what is open, or also what is being
 * built and planned.
 */
export function readPathRequest({
  from,
  to,
  via,
  by,
  avoidCountries,
  avoidModes,
  avoidDisrupted,
  openOnly,
  year,
  cut,
}: Omit<PathItem, 'kind' | 'n'>): PathRequest {
  const statuses = year !== null ? {} : { statuses: openOnly ? (['open'] as const) : USABLE_STATUSES };
  return { from, to, via, by, avoidCountries, avoidModes, avoidDisrupted, year, closed: cut, ...statuses };
}

export interface ResolvedPathItem {
  path: FoundPath | null;
  /** Why there is none; `fewer-paths` where others than the one asked for were found. */
  reason: Reason | { code: 'fewer-paths'; found: number } | null;
  /** Closed ids that the network does not have; the path is found all the same. */
  ignored: string[];
}

/** What an item of a comparison asks for: no more paths than it takes to find its own. */
export const readItemRequest = (item: PathItem): PathRequest => ({ ...readPathRequest(item), count: item.n });

/**
 * The path that an item of a comparison stands for.
 *
 * @param found what its request finds; it is searched where it is left out
 */
export function resolvePathItem(
  network: Network,
  item: PathItem,
  { paths, reason }: FoundPaths = findPaths(network, readItemRequest(item)),
): ResolvedPathItem {
  const ignored = item.cut.filter((id) => !network.links.has(id) && !network.nodes.has(id));
  const path = paths[item.n - 1] ?? null;
  return { path, reason: path ? null : (reason ?? { code: 'fewer-paths', found: paths.length }), ignored };
}
