/** The way that a shipment still has before it, through the places that the file states, with its borders and gauge breaks. */
import { findTurningPoints, type MeasuredLeg } from '../../measure/measure.ts';
import type { PlacedEvent } from './history.ts';
import { getNode } from './history.ts';
import type { Spot } from '../places/nearest.ts';
import { joinWays, NO_WAY_TO_GO, type PathFinder, type Way } from './paths.ts';

/** What lies on the rest of the way. */
export interface Ahead {
  borders: number;
  gaugeBreaks: number;
  /** True where another way would have others. */
  approximate: boolean;
}

/** Places that planned and estimated events name after the last actual one; nodes already passed are not ahead. */
export function findStatedNodes(events: readonly PlacedEvent[], last: PlacedEvent | null): string[] {
  const visited = new Set(events.filter(({ classifier }) => classifier === 'ACT').map((event) => getNode(event)));
  const here = last && getNode(last);
  const nodes: string[] = [];
  for (const event of events) {
    const node = getNode(event);
    if (event.classifier === 'ACT' || node === null || node === here || visited.has(node)) continue;
    if (nodes.at(-1) !== node) nodes.push(node);
  }
  return nodes;
}

/**
 * The way from the last place through the stated ones to the destination.
 *
 * @param nextPort what the last place's name says to come next; null for a port that the network does not know
 * @returns null where the network has no such way
 */
export function findWayAhead(
  paths: PathFinder,
  from: Spot,
  stated: readonly string[],
  destination: string,
  nextPort?: string | null,
): Way | null {
  const port = nextPort === undefined ? [] : [nextPort];
  const here = 'node' in from ? from.node : null;
  // A ferry that the network does not have is not replaced by another way.
  if (nextPort !== undefined && (nextPort === null || !isReachable(paths, here, nextPort))) return null;
  const end = stated.indexOf(destination);
  const via = [...port, ...(end < 0 ? stated : stated.slice(0, end))].filter((node): node is string => node !== null);
  const spots: Spot[] = [from, ...via.map((node) => ({ node })), { node: destination }];
  const ways = spots.slice(1).map((spot, i) => paths.find(spots[i]!, spot));
  return ways.length > 0 ? joinWays(paths.network, ways) : NO_WAY_TO_GO;
}

/** A port that the shipment is not at yet may be anywhere before the ferry. */
function isReachable({ network, hasFerry }: PathFinder, here: string | null, port: string): boolean {
  if (here === null || here === port || network.nodes.get(here)?.properties.kind !== 'port') return true;
  return hasFerry(here, port);
}

/**
 * Borders and gauge breaks of the way ahead. A gauge break at the last node lies ahead until something says that it is behind.
 *
 * @param hasLeft true after a departure or a transhipment there
 */
export function countAhead({ network }: PathFinder, done: Way | null, ahead: Way, hasLeft: boolean): Ahead {
  const measured = ({ legs }: Way): MeasuredLeg[] =>
    legs.flatMap(({ id, reversed }) => {
      const link = network.links.get(id);
      return link ? [{ link, reversed }] : [];
    });
  const rest = measured(ahead);
  if (rest.length === 0) return { borders: 0, gaugeBreaks: 0, approximate: false };
  const before = done && !hasLeft ? measured(done).slice(-1) : [];
  const getCountry = (node: string): string => network.nodes.get(node)?.properties.country ?? '';
  const { crossings } = findTurningPoints(rest, getCountry);
  const { breaks } = findTurningPoints([...before, ...rest], getCountry);
  return { borders: crossings.length, gaugeBreaks: breaks.length, approximate: ahead.isAssumed };
}
