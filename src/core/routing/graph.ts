import Graph from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import { AtlasError } from '../dataset/errors.ts';
import type { LinkFeature, Mode, Status } from '../dataset/model.ts';

/** What a path is made of; a link feature's properties have all of it. */
export type GraphLink = Pick<LinkFeature['properties'], 'id' | 'from' | 'to' | 'mode' | 'status' | 'drawnKm' | 'countries'>;

/** A link as a path travels it; `reversed`: from its `to` to its `from`. */
export interface Leg {
  id: string;
  reversed: boolean;
}

export interface PathOptions {
  /** ISO 3166-1 alpha-2; no link with a kilometre in one of them is used. */
  avoidCountries?: readonly string[];
  avoidModes?: readonly Mode[];
  /** Only links of these statuses are used; all by default. */
  statuses?: readonly Status[];
  /**
   * How many kilometres of an open link one kilometre counts for, by status: above 1, such a link is used only where the
   * way round is that much longer. All 1 by default.
   */
  weight?: Partial<Record<Status, number>>;
}

/** The links that a path may use under the given conditions. */
export function filterPermitted<L extends GraphLink>(
  links: readonly L[],
  { avoidCountries = [], avoidModes = [], statuses }: PathOptions = {},
): L[] {
  return links.filter(
    (link) =>
      !avoidModes.includes(link.mode) &&
      (!statuses || statuses.includes(link.status)) &&
      !link.countries.some(({ code }) => avoidCountries.includes(code)),
  );
}

interface Edge {
  link: string;
  from: string;
  cost: number;
}

/**
 * The shortest path, by drawn length, through nodes in order.
 *
 * @param links all links of the network
 * @param via node ids, at least two: from, places on the way, to
 * @returns the links in the order of travel; empty where all nodes are the same
 * @throws AtlasError `unknown-id` for a node that no link has, `no-path` where the conditions leave no way
 */
export function findShortestPath(links: readonly GraphLink[], via: readonly string[], options: PathOptions = {}): Leg[] {
  const known = new Set(links.flatMap(({ from, to }) => [from, to]));
  for (const id of via) if (!known.has(id)) throw new AtlasError('unknown-id', { id });
  const graph = graphOf(filterPermitted(links, options), options.weight ?? {});
  return via.slice(1).flatMap((to, i) => between(graph, via[i]!, to));
}

/**
 * The shortest path between two nodes, for many questions about the same links: see `findShortestPath`.
 *
 * @returns a function that throws AtlasError `no-path`, for an unknown node too
 */
export function createPathSearch(links: readonly GraphLink[], options: PathOptions = {}): (from: string, to: string) => Leg[] {
  const graph = graphOf(filterPermitted(links, options), options.weight ?? {});
  return (from, to) => between(graph, from, to);
}

/** Between two nodes only the cheapest link counts; equal ones by id, so that a path never depends on the order of a file. */
function graphOf(links: readonly GraphLink[], weight: NonNullable<PathOptions['weight']>): Graph<object, Edge> {
  const graph = new Graph<object, Edge>({ type: 'undirected', allowSelfLoops: false });
  const sorted = links
    .map(({ id, from, to, drawnKm, status }) => ({ link: id, from, to, cost: drawnKm * (weight[status] ?? 1) }))
    .sort((a, b) => a.cost - b.cost || (a.link < b.link ? -1 : 1));
  for (const { to, ...edge } of sorted) {
    graph.mergeNode(edge.from);
    graph.mergeNode(to);
    if (edge.from !== to && !graph.hasEdge(edge.from, to)) graph.addEdge(edge.from, to, edge);
  }
  return graph;
}

function between(graph: Graph<object, Edge>, from: string, to: string): Leg[] {
  const missing = !graph.hasNode(from) || !graph.hasNode(to);
  // The library says null where there is no way, although its types do not.
  const path: string[] | null = missing ? null : dijkstra.bidirectional(graph, from, to, 'cost');
  if (!path) throw new AtlasError('no-path', { from, to });
  return path.slice(1).map((next, i) => {
    const edge = graph.getEdgeAttributes(path[i]!, next);
    return { id: edge.link, reversed: edge.from !== path[i] };
  });
}
