/** From the reports of one shipment to its journey: where it was, how it came there, what it still has before it. */
import type { Time } from '../../dataset/schema/context/times.ts';
import type { ReportedPlace, ReportedTime } from '../events/event.ts';
import type { ShipmentIssue } from '../events/issues.ts';
import { formatTime } from '../events/time.ts';
import { toInstant } from '../events/zones.ts';
import type { PlaceResolver } from '../places/resolve.ts';
import { type ExpectedArrival, findExpectedArrival } from './arrival.ts';
import { type Delay, findDelay, findLateEstimates, findOverdue, findTimesGoingBack } from './contradictions.ts';
import { findStays, hasLeft, type Stay } from './dwell.ts';
import { compareKilometres, type FileFigures, findDetour, findPastDue, readFileFigures } from './file-figures.ts';
import type { ShipmentReports } from './group.ts';
import { buildHistory, getNode, locatePlace, type PlacedEvent } from './history.ts';
import { NO_WAY_TO_GO, type PathFinder, type Way } from './paths.ts';
import { listPlaceIssues } from './place-issues.ts';
import { describePosition, type EstimatedPosition, estimatePosition, type ShipmentPosition } from './position.ts';
import { findState, type ShipmentState } from './state.ts';
import type { Ahead } from './way-ahead.ts';
import { findWays } from './ways.ts';

export interface FollowContext {
  paths: PathFinder;
  places: PlaceResolver;
  times: readonly Time[];
  /** The file's own date. */
  asOf: ReportedTime | null;
}

export interface Shipment extends FileFigures {
  id: string;
  idKind: ShipmentReports['idKind'];
  idValid: boolean;
  events: { read: number; used: number; ignored: ShipmentReports['ignored'] };
  /** All events that count, in the order of time. */
  history: PlacedEvent[];
  state: ShipmentState;
  /** Newest actual event. */
  last: PlacedEvent | null;
  position: ShipmentPosition;
  estimate: EstimatedPosition | null;
  /** Nodes; null where named and not placed, undefined where not named. */
  origin: string | null | undefined;
  destination: string | null | undefined;
  done: Way | null;
  left: Way | null;
  ahead: Ahead | null;
  /** Nodes that the file states ahead. */
  stated: string[];
  stays: Stay[];
  dwellHours: number | null;
  delay: Delay | null;
  arrival: ExpectedArrival | null;
  empty: boolean;
  issues: ShipmentIssue[];
}

/** The named end of the way, of several the one that was reported with the newest event. */
const findEnd = (
  { reports }: ShipmentReports,
  end: 'origin' | 'destination',
  last: PlacedEvent | null,
): ReportedPlace | undefined => last?.report[end] ?? reports.findLast((report) => report[end])?.[end];

/** @param group reports that count, see `dropUnusable` */
export function followShipment(group: ShipmentReports, context: FollowContext): Shipment {
  const { paths, places, times } = context;
  const read = group.reports.filter(({ event }) => event).length + Object.values(group.ignored).reduce((sum, n) => sum + n, 0);
  const { history, future } = findEvents(group, context);
  const last = history.findLast(({ classifier }) => classifier === 'ACT') ?? null;
  const ends = { origin: findEnd(group, 'origin', last), destination: findEnd(group, 'destination', last) };
  const ways = findWays(paths, places, history, future, ends);
  const asOfMs = toAsOfMs(context.asOf, last);
  const state = findState(read, history, ways.placed, { origin: ways.namedOrigin, destination: ways.destination });
  const figures = readFileFigures(group, history, last);
  const stays = findStays(history, times, asOfMs);
  const delay = findDelay(history);
  const left = state === 'unknown' ? null : state === 'arrived' ? NO_WAY_TO_GO : ways.left;
  const isUnderWay = state === 'under-way' && asOfMs !== null && last !== null && ways.shown === last;
  return {
    id: group.id,
    idKind: group.idKind,
    idValid: group.isValid,
    events: { read, used: history.length, ignored: group.ignored },
    history,
    state,
    last,
    stays,
    left,
    ...figures,
    position: describePosition(paths.network, ways.shown, ways.shown !== last),
    estimate: isUnderWay && left ? estimatePosition(paths.network, last, { done: ways.done, ahead: left }, times, asOfMs) : null,
    origin: ways.origin,
    destination: ways.destination,
    stated: ways.stated,
    done: state === 'unknown' ? null : ways.done,
    ahead: left && (state === 'arrived' ? NOTHING_AHEAD : ways.ahead),
    dwellHours: findDwell(ways.placed, stays),
    delay: delay && { value: delay.value, against: delay.against },
    arrival: state === 'under-way' && ways.destination ? findExpectedArrival(history, ways.destination, times) : null,
    empty: group.reports.some((report) => report.empty),
    issues: [
      ...(group.isValid ? [] : [{ code: 'bad-check-digit' as const, params: { value: group.id } }]),
      ...listPlaceIssues(history, [ends.origin, ends.destination], places),
      ...future.map(describeFuture),
      ...ways.issues,
      ...listContradictions(history, delay, state === 'arrived' ? null : asOfMs),
      ...listMissing(group, read, history, state, ways.destination),
      ...compareKilometres(paths, figures, ways),
      ...findDetour(paths, ways),
      ...findPastDue(last),
    ],
  };
}

const NOTHING_AHEAD: Ahead = { borders: 0, gaugeBreaks: 0, approximate: false };

/** Events that count, and actual ones that lie in the file's own future. */
function findEvents(
  group: ShipmentReports,
  { paths, places, asOf }: FollowContext,
): { history: PlacedEvent[]; future: PlacedEvent[] } {
  const origin = locatePlace(paths.network, places, findEnd(group, 'origin', null));
  const destination = locatePlace(paths.network, places, findEnd(group, 'destination', null));
  const all = buildHistory(paths.network, places, group, { ...(origin && { origin }), ...(destination && { destination }) });
  const isFuture = (event: PlacedEvent): boolean =>
    asOf !== null &&
    event.classifier === 'ACT' &&
    event.at > toInstant(asOf, event.country, 0) + (asOf.precision === 'day' ? 2 * DAY : DAY);
  const future = all.filter(isFuture);
  if (future.length > 0) group.ignored['actual-in-future'] = future.length;
  return { history: all.filter((event) => !isFuture(event)), future };
}

const DAY = 86_400_000;

/** The file's own date, by the clock of the last place; else the newest actual event. */
function toAsOfMs(asOf: ReportedTime | null, last: PlacedEvent | null): number | null {
  if (!asOf) return last?.at ?? null;
  const clock = last === null ? 0 : last.time.zone === 'given' ? last.time.offset : (last.time.ms - last.at) / 60_000;
  return toInstant(asOf, last?.country ?? null, clock);
}

/** Hours at the last node, where nothing has left it. */
function findDwell(placed: readonly PlacedEvent[], stays: readonly Stay[]): number | null {
  const last = placed.at(-1);
  const stay = stays.at(-1);
  return last && stay && stay.to === null && stay.node === getNode(last) && !hasLeft(last) ? stay.hours : null;
}

const describeFuture = (event: PlacedEvent): ShipmentIssue => ({
  code: 'actual-in-future',
  where: event.report.where,
  params: { value: event.place.text, time: formatTime(event.time) },
});

function listContradictions(
  history: readonly PlacedEvent[],
  delay: ReturnType<typeof findDelay>,
  asOfMs: number | null,
): ShipmentIssue[] {
  const late: ShipmentIssue[] = delay
    ? [
        {
          code: 'late',
          where: delay.event.report.where,
          params: { value: delay.event.place.text, hours: delay.value, against: delay.against },
        },
      ]
    : [];
  return [
    ...findTimesGoingBack(history),
    ...findLateEstimates(history),
    ...late,
    ...(asOfMs === null ? [] : findOverdue(history, asOfMs)),
  ];
}

/** What a shipment should have and has not. */
function listMissing(
  { ignored }: ShipmentReports,
  read: number,
  history: readonly PlacedEvent[],
  state: ShipmentState,
  destination: string | null | undefined,
): ShipmentIssue[] {
  const actual = history.filter(({ classifier }) => classifier === 'ACT');
  const isPlaced = actual.some(({ spot, resolved }) => spot ?? resolved.lonLat);
  return [
    ...(ignored.retracted ? [{ code: 'retracted' as const, params: { count: ignored.retracted } }] : []),
    ...(read > 0 && history.length === 0 ? [{ code: 'no-usable-event' as const }] : []),
    ...(history.length > 0 && actual.length === 0 ? [{ code: 'no-actual-event' as const }] : []),
    ...(actual.length > 0 && !isPlaced ? [{ code: 'no-placed-event' as const }] : []),
    ...(destination === undefined ? [{ code: 'no-destination' as const }] : []),
    ...(state === 'left-network' ? [{ code: 'left-network' as const }] : []),
  ];
}
