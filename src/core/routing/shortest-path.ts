import { AtlasError } from '../dataset/errors.ts';
import type { Leg, LinkProperties, Mode, Status } from '../dataset/model.ts';
import { type Graph, listEdges, reachNodes } from './dijkstra.ts';

/** What a path is made of; a link feature's properties have all of it. */
export type GraphLink = Pick<LinkProperties, 'id' | 'from' | 'to' | 'mode' | 'status' | 'drawnKm' | 'countries'>;

export interface PathOptions {
  /** ISO 3166-1 alpha-2; no link with a kilometre in one of them is used. */
  avoidCountries?: readonly string[];
  avoidModes?: readonly Mode[];
  /** Only links of these statuses are used; all by default. */
  statuses?: readonly Status[];
  /**
   * How many kilometres of an open link one kilometre counts for, by status: above 1, such a link is used only where the
   * detour round it is that much longer. All 1 by default.
   */
  weight?: Partial<Record<Status, number>>;
}

/** Whether a path may use a link under the given conditions. */
export const isPermitted = (
  link: GraphLink,
  { avoidCountries = [], avoidModes = [], statuses }: Omit<PathOptions, 'weight'> = {},
): boolean =>
  !avoidModes.includes(link.mode) &&
  (!statuses || statuses.includes(link.status)) &&
  !link.countries.some(({ code }) => avoidCountries.includes(code));

interface Edge {
  to: string;
  cost: number;
  leg: Leg;
}

/**
 * The shortest path, by drawn length, through nodes in order.
 *
 * @param links all links of the network
 * @param via node ids, at least two: from, places between, to
 * @returns the links in the order of travel; empty where all nodes are the same
 * @throws AtlasError `unknown-id` for a node that no link has, `no-path` where the conditions leave no path
 */
export function findShortestPath(links: readonly GraphLink[], via: readonly string[], options: PathOptions = {}): Leg[] {
  const known = new Set(links.flatMap(({ from, to }) => [from, to]));
  for (const id of via) if (!known.has(id)) throw new AtlasError('unknown-id', { id });
  const graph = buildGraph(
    links.filter((link) => isPermitted(link, options)),
    options.weight ?? {},
  );
  const legs: Leg[] = [];
  let [from] = via;
  for (const to of via.slice(1)) {
    if (from === undefined) break;
    const end = reachNodes(graph, [from], to).get(to);
    if (!end) throw new AtlasError('no-path', { from, to });
    legs.push(...listEdges(end).map(({ leg }) => leg));
    from = to;
  }
  return legs;
}

/**
 * The shortest path between two nodes, for many questions about the same links: see `findShortestPath`.
 *
 * @returns a function that gives the legs, or null where there is no path
 */
export function createPathSearch(
  links: readonly GraphLink[],
  options: PathOptions = {},
): (from: string, to: string) => Leg[] | null {
  const graph = buildGraph(
    links.filter((link) => isPermitted(link, options)),
    options.weight ?? {},
  );
  return (from, to) => {
    const end = reachNodes(graph, [from], to).get(to);
    return end ? listEdges(end).map(({ leg }) => leg) : null;
  };
}

/** Edges in the order of their cost, equal ones by id, so that a path never depends on the order of a file. */
function buildGraph(links: readonly GraphLink[], weight: NonNullable<PathOptions['weight']>): Graph<string, Edge> {
  const edges = new Map<string, Edge[]>();
  const add = (node: string, edge: Edge): void => {
    const beside = edges.get(node);
    if (beside) beside.push(edge);
    else edges.set(node, [edge]);
  };
  const sorted = links
    .map(({ id, from, to, drawnKm, status }) => ({ id, from, to, cost: drawnKm * (weight[status] ?? 1) }))
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  for (const { id, from, to, cost } of sorted) {
    add(from, { to, cost, leg: { id, reversed: false } });
    add(to, { to: from, cost, leg: { id, reversed: true } });
  }
  return { edgesFrom: (node) => edges.get(node) ?? [], endOf: ({ to }) => to, costOf: ({ cost }) => cost };
}
