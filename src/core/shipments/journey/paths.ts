/** Paths between places of shipments: the shortest open one, found once for each pair. */
import { AtlasError } from '../../dataset/errors.ts';
import type { LinkFeature } from '../../dataset/model.ts';
import { findBestPaths, findServedPlaces, type Network } from '../../routing/best-paths.ts';
import type { Leg } from '../../dataset/model.ts';
import { findShortestPath } from '../../routing/shortest-path.ts';
import type { Spot } from '../places/nearest.ts';
import { type Length, measureWay, NO_LENGTH, type ShipmentNetwork, type WayLeg } from './length.ts';

export interface Way extends Length {
  legs: WayLeg[];
  /** True where another way that really differs would do as well: nothing in the file says which. */
  isAssumed: boolean;
}

export interface PathFinder {
  network: ShipmentNetwork;
  /** Ids of nodes that a line serves. */
  served: ReadonlySet<string>;
  /** The shortest open way; null where there is none. */
  find(from: Spot, to: Spot): Way | null;
  /** Lengths of the ways that really differ between two nodes, shortest first; kilometres. */
  findLengths(from: string, to: string): number[];
  /** True where a line over the sea joins two ports without a call at a third. */
  hasFerry(from: string, to: string): boolean;
}

/** Ways to compare a file's own kilometres with. */
const MOST_WAYS = 3;
export const NO_WAY_TO_GO: Way = { legs: [], isAssumed: false, ...NO_LENGTH };

interface End {
  node: string;
  leg: WayLeg | null;
}

/** The nodes that a spot is reached by, each with the part of a link between. */
function getEnds({ links }: Network, spot: Spot, isStart: boolean): End[] {
  if ('node' in spot) return [{ node: spot.node, leg: null }];
  const { id, from, to, drawnKm } = links.get(spot.link)!.properties;
  return [
    { node: from, leg: { id, reversed: isStart, fromKm: 0, toKm: spot.km } },
    { node: to, leg: { id, reversed: !isStart, fromKm: spot.km, toKm: drawnKm } },
  ];
}

export function createPathFinder(network: ShipmentNetwork): PathFinder {
  const open = [...network.links.values()].map(({ properties }) => properties).filter(({ status }) => status === 'open');
  const paths = new Map<string, Leg[] | null>();
  const lengths = new Map<string, number[]>();
  const ways = new Map<string, Way | null>();
  const findLengths = (from: string, to: string): number[] =>
    remember(lengths, `${from}>${to}`, () =>
      from === to
        ? [0]
        : findBestPaths(network, { from, to, count: MOST_WAYS, statuses: ['open'] }).map(({ measured }) => measured.drawnKm),
    );
  const findLegs = (from: string, to: string): Leg[] | null =>
    remember(paths, `${from}>${to}`, () => {
      try {
        return from === to ? [] : findShortestPath(open, [from, to]);
      } catch (error) {
        if (error instanceof AtlasError && (error.code === 'no-path' || error.code === 'unknown-id')) return null;
        throw error;
      }
    });
  const join = (start: End, end: End): Way | null => {
    const between = findLegs(start.node, end.node);
    if (!between) return null;
    const legs = [start.leg, ...between, end.leg].filter((leg) => leg !== null);
    return { legs, ...measureWay(network, legs), isAssumed: false };
  };
  const findWay = (from: Spot, to: Spot): Way | null => {
    const direct = findOnLink(network, from, to);
    if (direct) return direct;
    const starts = getEnds(network, from, true);
    const ends = getEnds(network, to, false);
    const [best] = starts.flatMap((start) => ends.flatMap((end) => join(start, end) ?? [])).sort((a, b) => a.km - b.km);
    if (!best) return null;
    const isAssumed = 'node' in from && 'node' in to && best.legs.length > 1 && findLengths(from.node, to.node).length > 1;
    return { ...best, isAssumed };
  };
  return {
    network,
    served: findServedPlaces({ links: new Map([...network.links].filter(([, { properties }]) => properties.status === 'open')) }),
    findLengths,
    find: (from, to) =>
      'node' in from && 'node' in to ? remember(ways, `${from.node}>${to.node}`, () => findWay(from, to)) : findWay(from, to),
    hasFerry: (from, to) => isFerry([...network.links.values()], from, to),
  };
}

function isFerry(links: readonly LinkFeature[], from: string, to: string): boolean {
  return links.some(
    ({ properties }) =>
      properties.mode === 'sea' &&
      properties.status === 'open' &&
      [properties.from, properties.to].includes(from) &&
      [properties.from, properties.to].includes(to),
  );
}

/** The way between two points of one link. */
function findOnLink(network: ShipmentNetwork, from: Spot, to: Spot): Way | null {
  if (!('link' in from && 'link' in to) || from.link !== to.link) return null;
  const [fromKm, toKm] = [Math.min(from.km, to.km), Math.max(from.km, to.km)];
  const legs: WayLeg[] = [{ id: from.link, reversed: from.km > to.km, fromKm, toKm }];
  return { legs, ...measureWay(network, legs), isAssumed: false };
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find();
  known.set(key, found);
  return found;
}

/** One way after the other; null where one of them is missing. */
export function joinWays(network: ShipmentNetwork, ways: readonly (Way | null)[]): Way | null {
  if (!ways.every((way) => way !== null)) return null;
  // Measured already; tens of thousands of shipments go the same way.
  if (ways.length === 1 && ways[0]) return ways[0];
  const legs = ways.flatMap((way) => way.legs);
  return { legs, ...measureWay(network, legs), isAssumed: ways.some((way) => way.isAssumed) };
}
