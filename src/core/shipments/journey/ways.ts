/** Both parts of a journey: the way done, and the way ahead with what lies on it. */
import type { ReportedPlace } from '../events/event.ts';
import type { ShipmentIssue } from '../events/issues.ts';
import type { Spot } from '../places/nearest.ts';
import type { PlaceResolver } from '../places/resolve.ts';
import { hasLeft } from './dwell.ts';
import { getNode, type PlacedEvent } from './history.ts';
import { NO_WAY_TO_GO, type PathFinder, type Way } from './paths.ts';
import { findLastStay } from './state.ts';
import { type Ahead, countAhead, findStatedNodes, findWayAhead } from './way-ahead.ts';
import { dropImpossible, findWayDone, hasTurnedBack } from './way-done.ts';

/** Null where an end is named and not placed, undefined where it is not named. */
type EndNode = string | null | undefined;

export interface Ways {
  /** Actual events on the network that a shipment can have reached. */
  placed: PlacedEvent[];
  /** The last actual event that can be shown, on the network or off it. */
  shown: PlacedEvent | null;
  /** The named origin, and the one that counts: where none is named, the first place. */
  namedOrigin: EndNode;
  origin: EndNode;
  destination: EndNode;
  /** Nodes that the file states ahead. */
  stated: string[];
  /** Null where not known. */
  done: Way | null;
  left: Way | null;
  ahead: Ahead | null;
  issues: ShipmentIssue[];
}

const resolveEnd = (places: PlaceResolver, place: ReportedPlace | undefined): EndNode =>
  place && getNode({ spot: places.resolve(place).spot });

/** @param planned events that count as stated ahead only: actual ones of the future */
export function findWays(
  paths: PathFinder,
  places: PlaceResolver,
  history: readonly PlacedEvent[],
  planned: readonly PlacedEvent[],
  ends: { origin: ReportedPlace | undefined; destination: ReportedPlace | undefined },
): Ways {
  const issues: ShipmentIssue[] = [];
  const actual = history.filter(({ classifier }) => classifier === 'ACT');
  const isServed = ({ spot }: PlacedEvent): boolean => spot !== null && ('link' in spot || paths.served.has(spot.node));
  const { possible: placed, odd } = dropImpossible(paths, actual.filter(isServed));
  for (const event of odd)
    issues.push({ code: 'impossible-leg', where: event.report.where, params: { value: event.place.text } });
  if (hasTurnedBack(paths, placed)) issues.push({ code: 'turned-back', params: { value: placed.at(-1)!.place.text } });
  const ahead = [
    ...history.filter((event) => event.classifier !== 'ACT'),
    ...planned.map((event) => ({ ...event, classifier: 'PLN' as const })),
  ];
  const namedOrigin = resolveEnd(places, ends.origin);
  const destination = ends.destination ? resolveEnd(places, ends.destination) : findPlannedEnd(ahead);
  issues.push(...listUnserved(paths, [namedOrigin, destination, ...actual.map(getNode)]));
  const last = placed.at(-1) ?? null;
  const stated = findStatedNodes([...actual, ...ahead], last);
  const origin = namedOrigin === undefined ? (getNode(placed[0] ?? { spot: null }) ?? undefined) : namedOrigin;
  const done = findDone(paths, history, placed, namedOrigin);
  const shown = actual.findLast((event) => (event.spot ? !odd.includes(event) : event.resolved.lonLat !== undefined)) ?? null;
  const start = findStart(history, shown, last, namedOrigin, stated);
  const left =
    start && destination && paths.served.has(destination)
      ? findWayAhead(paths, start, stated, destination, last?.resolved.nextPort)
      : null;
  const isBroken = done === null && last !== null && namedOrigin !== null;
  if (isBroken || (left === null && start !== null && !!destination)) {
    const to = isBroken ? (getNode(last) ?? last.place.text) : (destination ?? '');
    issues.push({ code: 'no-way', params: { node: to } });
  }
  const isBehind = findSinceArrival(placed).some((event) => hasLeft(event) || event.kind === 'transhipped');
  return {
    placed,
    shown,
    namedOrigin,
    origin,
    destination,
    stated,
    done,
    left,
    issues,
    ahead: left && countAhead(paths, done, left, isBehind),
  };
}

/** What happened at the last place since the shipment arrived there; a departure before that is none from it. */
function findSinceArrival(placed: readonly PlacedEvent[]): PlacedEvent[] {
  const stay = findLastStay(placed);
  return stay.slice(
    Math.max(
      0,
      stay.findLastIndex(({ kind }) => kind === 'arrived'),
    ),
  );
}

function findDone(
  paths: PathFinder,
  history: readonly PlacedEvent[],
  placed: readonly PlacedEvent[],
  origin: EndNode,
): Way | null {
  if (placed.length === 0) return history.length === 0 ? NO_WAY_TO_GO : null;
  if (origin === null) return null;
  const isServed = origin !== undefined && paths.served.has(origin);
  return findWayDone(paths, isServed ? { node: origin } : null, placed);
}

/** Where the way ahead begins: nowhere where the last report lies off the network. */
function findStart(
  history: readonly PlacedEvent[],
  shown: PlacedEvent | null,
  last: PlacedEvent | null,
  origin: EndNode,
  stated: readonly string[],
): Spot | null {
  if (shown && !shown.spot) return null;
  if (last) return last.spot;
  if (history.some(({ classifier }) => classifier === 'ACT')) return null;
  const node = origin ?? stated[0];
  return node ? { node } : null;
}

/** The place of the last planned or estimated arrival. */
function findPlannedEnd(ahead: readonly PlacedEvent[]): EndNode {
  const arrivals = ahead.filter(({ kind }) => kind !== 'departed' && kind !== 'gate-out').sort((a, b) => a.at - b.at);
  const last = arrivals.at(-1);
  return last && getNode(last);
}

function listUnserved({ served }: PathFinder, nodes: readonly EndNode[]): ShipmentIssue[] {
  const unserved = new Set(nodes.filter((node): node is string => typeof node === 'string' && !served.has(node)));
  return [...unserved].map((node) => ({
    code: 'place-not-served' as const,
    params: { node },
  }));
}
