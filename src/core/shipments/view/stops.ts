/** A journey as stops along one line of kilometres: those that were reported, then those that lie ahead. */
import type { Position } from '../../dataset/model.ts';
import { toMetres } from '../../measure/measure.ts';
import type { Network } from '../../routing/best-paths.ts';
import type { Classifier, EventKind, ReportedTime } from '../events/event.ts';
import type { Where } from '../events/issues.ts';
import type { Shipment } from '../journey/follow.ts';
import { getNode, type PlacedEvent } from '../journey/history.ts';
import { measureDrawn } from '../journey/length.ts';
import type { PathFinder, Way } from '../journey/paths.ts';
import { dropImpossible } from '../journey/way-done.ts';
import type { Spot } from '../places/nearest.ts';
import { drawWay } from '../shipment-map.ts';

interface StopEvent {
  kind: EventKind;
  classifier: Classifier | null;
  time: ReportedTime;
  /** Milliseconds since 1970. */
  at: number;
  where: Where;
}

export interface JourneyStop {
  node: string | null;
  /** As the file writes it; empty for an end that no event names. */
  text: string;
  lonLat: Position | null;
  /** Estimated kilometres from the start; null where it is not on the way. */
  km: number | null;
  part: 'done' | 'ahead';
  events: StopEvent[];
  /** The way from the stop before, as it is drawn. */
  line: Position[];
}

interface JourneyNode {
  id: string;
  km: number;
}

export interface JourneyLine {
  stops: JourneyStop[];
  /** Every node of the way, done and ahead, with its kilometre. */
  nodes: JourneyNode[];
  doneKm: number;
  wholeKm: number;
}

const describeEvent = ({ kind, classifier, time, at, report }: PlacedEvent): StopEvent => ({
  kind,
  classifier,
  time,
  at,
  where: report.where,
});

/** Nodes that a way reaches, with kilometres in proportion to its estimated length. */
function listNodes(network: Network, way: Way, from: number): JourneyNode[] {
  const scale = way.legs.length === 0 ? 1 : way.km / Math.max(0.001, measureDrawn(network, way.legs));
  let drawn = 0;
  return way.legs.flatMap(({ id, reversed, fromKm = 0, toKm }) => {
    const { from: start, to: end, drawnKm } = network.links.get(id)!.properties;
    const last = toKm ?? drawnKm;
    drawn += last - fromKm;
    const isWhole = reversed ? fromKm === 0 : last >= drawnKm;
    return isWhole ? [{ id: reversed ? start : end, km: toMetres(from + drawn * scale) }] : [];
  });
}

/** The node that a way begins at; null where it begins on a link, or has no legs. */
function getStart(network: Network, way: Way | null): string | null {
  const leg = way?.legs[0];
  if (!leg || leg.fromKm !== undefined) return null;
  const { from, to } = network.links.get(leg.id)!.properties;
  return leg.reversed ? to : from;
}

const isSame = (a: Spot | null, b: Spot | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Events that follow each other at one place. */
function groupByPlace(events: readonly PlacedEvent[]): PlacedEvent[][] {
  const groups: PlacedEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1)?.[0];
    const isHere = last && (event.spot ? isSame(last.spot, event.spot) : !last.spot && last.place.text === event.place.text);
    if (isHere) groups.at(-1)!.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** @param paths what the shipment was followed with */
export function buildJourneyLine(paths: PathFinder, shipment: Shipment): JourneyLine {
  const { network, served } = paths;
  const { history, origin } = shipment;
  const locate = (spot: Spot | null, lonLat?: Position): Position | null =>
    lonLat ?? (spot && 'node' in spot ? (network.nodes.get(spot.node)?.geometry.coordinates ?? null) : null);
  const actual = history.filter(({ classifier }) => classifier === 'ACT');
  const isServed = ({ spot }: PlacedEvent): boolean => spot !== null && ('link' in spot || served.has(spot.node));
  const possible = new Set(dropImpossible(paths, actual.filter(isServed)).possible);
  const stops: JourneyStop[] = [];
  const nodes: JourneyNode[] = [];
  let at: Spot | null = origin && served.has(origin) ? { node: origin } : null;
  let km = 0;
  if (origin && at) nodes.push({ id: origin, km: 0 });
  if (origin && at && getNode(actual[0] ?? { spot: null }) !== origin) {
    const lonLat = network.nodes.get(origin)?.geometry.coordinates ?? null;
    stops.push({ node: origin, text: '', lonLat, km: 0, part: 'done', events: [], line: [] });
  }
  for (const events of groupByPlace(actual)) {
    const [first] = events as [PlacedEvent, ...PlacedEvent[]];
    const isOnWay = possible.has(first);
    const way: Way | null = isOnWay && at && first.spot ? paths.find(at, first.spot) : null;
    const node = getNode(first);
    if (way) nodes.push(...listNodes(network, way, km));
    else if (isOnWay && node && nodes.length === 0) nodes.push({ id: node, km });
    km = toMetres(km + (way?.km ?? 0));
    if (isOnWay) at = first.spot;
    stops.push({
      node,
      text: first.place.text,
      part: 'done',
      km: isOnWay ? km : null,
      lonLat: locate(first.spot, first.resolved.lonLat),
      events: events.map(describeEvent),
      line: way ? drawWay(network, way) : [],
    });
  }
  const start = getStart(network, shipment.left);
  if (nodes.length === 0 && start) nodes.push({ id: start, km });
  const ahead = shipment.left ? listNodes(network, shipment.left, km) : [];
  const expected = history.filter(({ classifier }) => classifier !== 'ACT');
  const open = expected.filter((event) => !addToVisited(stops, event));
  stops.push(...listAhead(network, shipment, open, start ? [{ id: start, km }, ...ahead] : ahead));
  return { stops, nodes: [...nodes, ...ahead], doneKm: km, wholeKm: toMetres(km + (shipment.left?.km ?? 0)) };
}

/** Plans and estimates of a place that was reached stand there beside what happened; false for a place that was not. */
function addToVisited(stops: readonly JourneyStop[], event: PlacedEvent): boolean {
  const node = getNode(event);
  const stop = stops.findLast((one) => node !== null && one.node === node);
  if (!stop) return false;
  stop.events = [...stop.events, describeEvent(event)].sort((a, b) => a.at - b.at);
  return true;
}

/** Stops that plans and estimates name, and the destination, in the order of the way. */
function listAhead(
  { nodes }: Network,
  { destination, state }: Shipment,
  expected: readonly PlacedEvent[],
  ahead: readonly JourneyNode[],
): JourneyStop[] {
  const stops = groupByPlace(expected).map((events): JourneyStop => {
    const [first] = events as [PlacedEvent, ...PlacedEvent[]];
    const node = getNode(first);
    return {
      node,
      text: first.place.text,
      part: 'ahead',
      line: [],
      lonLat: first.resolved.lonLat ?? (node ? (nodes.get(node)?.geometry.coordinates ?? null) : null),
      km: ahead.find(({ id }) => id === node)?.km ?? null,
      events: events.map(describeEvent),
    };
  });
  const end = ahead.at(-1);
  if (destination && state !== 'arrived' && end?.id === destination && !stops.some(({ node }) => node === destination)) {
    const lonLat = nodes.get(destination)?.geometry.coordinates ?? null;
    stops.push({ node: destination, text: '', lonLat, km: end.km, part: 'ahead', events: [], line: [] });
  }
  return stops.sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0);
}
