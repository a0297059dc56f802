/** Where what was planned, expected and reported do not fit each other. */
import type { ShipmentIssue } from '../events/issues.ts';
import { formatTime } from '../events/time.ts';
import type { PlacedEvent } from './history.ts';
import { getNode } from './history.ts';

const HOUR = 3_600_000;
/** Hours that an actual may be behind its plan before it is late. */
const MOST_LATE = 1;

export interface Delay {
  /** Hours. */
  value: number;
  /** What the actual time is compared with, such as "PLN 2026-11-10T06:00:00+05:00". */
  against: string;
}

const toHours = (ms: number): number => Math.round((ms / HOUR) * 10) / 10;
const isActual = ({ classifier }: PlacedEvent): boolean => classifier === 'ACT';

/** The actual event of the same kind at the same node, of several the last. */
const findActual = (events: readonly PlacedEvent[], expected: PlacedEvent): PlacedEvent | undefined =>
  events.findLast(
    (one) => isActual(one) && one.kind === expected.kind && getNode(one) !== null && getNode(one) === getNode(expected),
  );

/** How late the newest event is that a plan, or else an estimate made before, speaks of. */
export function findDelay(events: readonly PlacedEvent[]): (Delay & { event: PlacedEvent }) | null {
  for (const actual of events.filter(isActual).reverse()) {
    const expected = events.filter((one) => !isActual(one) && findActual(events, one) === actual && !isMadeAfter(one, actual));
    const plan = expected.find(({ classifier }) => classifier === 'PLN') ?? expected.at(-1);
    if (!plan) continue;
    const value = toHours(actual.at - plan.at);
    return value >= MOST_LATE ? { value, against: `${plan.classifier} ${formatTime(plan.time)}`, event: actual } : null;
  }
  return null;
}

/** An estimate that was sent when the event had already happened. */
const isMadeAfter = ({ report }: PlacedEvent, actual: PlacedEvent): boolean =>
  report.created !== undefined && report.created.ms > actual.at;

/** Estimates made after the event itself. */
export function findLateEstimates(events: readonly PlacedEvent[]): ShipmentIssue[] {
  return events.flatMap((event): ShipmentIssue[] => {
    const actual = isActual(event) ? undefined : findActual(events, event);
    if (!actual || !isMadeAfter(event, actual)) return [];
    return [
      {
        code: 'estimate-after-actual',
        where: event.report.where,
        params: { value: event.place.text, time: formatTime(event.time) },
      },
    ];
  });
}

/** Expected events whose time has passed, and that neither they nor anything behind them has been reported. */
export function findOverdue(events: readonly PlacedEvent[], asOfMs: number): ShipmentIssue[] {
  const visited = new Set(events.filter(isActual).map(getNode));
  const last = events.findLast(isActual);
  const here = last && getNode(last);
  return events.flatMap((event, i): ShipmentIssue[] => {
    const node = getNode(event);
    if (isActual(event) || event.at >= asOfMs || node === null || findActual(events, event)) return [];
    const isBehind = events.slice(i + 1).some((later) => getNode(later) !== node && visited.has(getNode(later)));
    if (isBehind || (visited.has(node) && (node !== here || event.kind !== 'departed'))) return [];
    return [{ code: 'overdue', where: event.report.where, params: { value: event.place.text, time: formatTime(event.time) } }];
  });
}

/** A departure before the arrival at one and the same station, which no zone explains. */
export function findTimesGoingBack(events: readonly PlacedEvent[]): ShipmentIssue[] {
  const actual = events.filter(isActual);
  return actual.flatMap((event, i): ShipmentIssue[] => {
    const before = actual[i - 1];
    const isBack =
      before?.kind === 'departed' && event.kind === 'arrived' && getNode(event) !== null && getNode(event) === getNode(before);
    if (!isBack) return [];
    return [
      { code: 'time-goes-back', where: event.report.where, params: { value: event.place.text, time: formatTime(before.time) } },
    ];
  });
}
