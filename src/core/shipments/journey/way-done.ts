/** The way that a shipment has done: through every place that was reported, but for those it cannot have reached. */
import type { PlacedEvent } from './history.ts';
import { getNode } from './history.ts';
import type { Spot } from '../places/nearest.ts';
import { joinWays, NO_WAY_TO_GO, type PathFinder, type Way } from './paths.ts';

/** Kilometres an hour that nothing exceeds, and kilometres that clocks and drawn lines may be wrong by. */
const MOST_RAIL = 120;
const MOST_SEA = 60;
const SLACK_KM = 20;
const HOUR = 3_600_000;

const isSameSpot = (a: Spot, b: Spot): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Events that say the same place again are one stop. */
function findStops(events: readonly PlacedEvent[]): PlacedEvent[][] {
  const stops: PlacedEvent[][] = [];
  for (const event of events) {
    const last = stops.at(-1);
    if (last && isSameSpot(last[0]!.spot!, event.spot!)) last.push(event);
    else stops.push([event]);
  }
  return stops;
}

/** Counted from the last report of a stop to that of the next: a place that is reported again and again was reached by then. */
function isImpossible(paths: PathFinder, fromStop: readonly PlacedEvent[], toStop: readonly PlacedEvent[]): boolean {
  const [from, to] = [fromStop.at(-1)!, toStop.at(-1)!];
  if (from.time.precision === 'day' || to.time.precision === 'day') return false;
  const way = paths.find(from.spot!, to.spot!);
  if (!way) return false;
  const isBySea = way.legs.length > 0 && way.legs.every(({ id }) => paths.network.links.get(id)?.properties.mode === 'sea');
  return way.km > ((to.at - from.at) / HOUR) * (isBySea ? MOST_SEA : MOST_RAIL) + SLACK_KM;
}

/**
 * Splits events at places of the network into those that a shipment can have reached and those it cannot.
 *
 * @param events in the order of time, all with a spot
 */
export function dropImpossible(
  paths: PathFinder,
  events: readonly PlacedEvent[],
): { possible: PlacedEvent[]; odd: PlacedEvent[] } {
  const stops = findStops(events);
  const possible: PlacedEvent[][] = [];
  const odd: PlacedEvent[][] = [];
  stops.forEach((stop, i) => {
    const last = possible.at(-1);
    if (!last || isSameSpot(last[0]!.spot!, stop[0]!.spot!) || !isImpossible(paths, last, stop)) {
      possible.push(stop);
      return;
    }
    // The one that fits what came before and what comes after stays.
    const before = possible.at(-2);
    const next = stops[i + 1];
    const isLastOdd = (!before || !isImpossible(paths, before, stop)) && next !== undefined && isImpossible(paths, last, next);
    if (isLastOdd) {
      odd.push(possible.pop()!);
      possible.push(stop);
    } else odd.push(stop);
  });
  return { possible: possible.flat(), odd: odd.flat() };
}

/**
 * The way from an origin through events, one leg a pair of places.
 *
 * @returns null where the network has no way between two of them
 */
export function findWayDone(paths: PathFinder, origin: Spot | null, events: readonly PlacedEvent[]): Way | null {
  const spots = findStops(events).map(([first]) => first!.spot!);
  if (origin && spots[0] && !isSameSpot(origin, spots[0])) spots.unshift(origin);
  if (spots.length < 2) return NO_WAY_TO_GO;
  return joinWays(
    paths.network,
    spots.slice(1).map((spot, i) => paths.find(spots[i]!, spot)),
  );
}

/** True where a shipment comes back to a node that it had gone on from, by more than shunting. */
export function hasTurnedBack(paths: PathFinder, events: readonly PlacedEvent[]): boolean {
  const nodes = findStops(events).flatMap(([first]) => getNode(first!) ?? []);
  const MOST_SHUNTING = 50;
  return nodes.some((node, i) => {
    const before = nodes.lastIndexOf(node, i - 1);
    if (i === 0 || before < 0) return false;
    return nodes.slice(before + 1, i).some((other) => (paths.find({ node }, { node: other })?.km ?? 0) > MOST_SHUNTING);
  });
}
