/** Where the lines end that lead from a place towards another one. */
import { measureStraight } from '../measure/measure.ts';
import { filterUsableLinks, getStops, type Network, type PathRequest } from './best-paths.ts';
import { reachNodes } from './dijkstra.ts';

const MOST_ENDS = 3;

/**
 * The places that can be reached from the start under the conditions of a request and where no line leads on, those nearest to the
 * destination first. Where the start itself has no line, there are none.
 */
export function findLineEnds(network: Network, request: PathRequest): string[] {
  const beside = new Map<string, string[]>();
  for (const { properties } of filterUsableLinks(network, request)) {
    beside.set(properties.from, [...(beside.get(properties.from) ?? []), properties.to]);
    beside.set(properties.to, [...(beside.get(properties.to) ?? []), properties.from]);
  }
  const graph = {
    edgesFrom: (node: string) => beside.get(node) ?? [],
    endOf: (node: string) => node,
    costOf: () => 1,
  };
  const stops = getStops(request);
  const [from, to] = [stops[0]!, network.nodes.get(stops.at(-1)!)];
  if (!to) return [];
  const getDistance = (id: string): number => {
    const node = network.nodes.get(id);
    return node ? measureStraight(node.geometry.coordinates, to.geometry.coordinates) : Infinity;
  };
  return [...reachNodes(graph, [from]).keys()]
    .filter((id) => id !== from && beside.get(id)?.length === 1)
    .map((id) => ({ id, distance: getDistance(id) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_ENDS)
    .map(({ id }) => id);
}
