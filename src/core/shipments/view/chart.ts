/** The time–distance chart of a shipment: what happened, what was planned and estimated, and what others publish for the stretch. */
import type { Time } from '../../dataset/schema/context/times.ts';
import type { Shipment } from '../journey/follow.ts';
import type { JourneyLine } from './stops.ts';

export interface ShipmentDot {
  km: number;
  /** Days since the first event of the chart. */
  days: number;
}

/** A published time, counted from the report at its start. */
interface PublishedBand {
  from: ShipmentDot;
  toKm: number;
  low: number;
  high: number;
  /** Id of the published time. */
  id: string;
}

export interface ShipmentChart {
  wholeKm: number;
  days: number;
  /** Milliseconds since 1970 of day 0. */
  start: number;
  actual: ShipmentDot[];
  planned: ShipmentDot[];
  estimated: ShipmentDot[];
  published: PublishedBand[];
}

const DAY = 86_400_000;
const PER_DAY = { h: 24, d: 1 } as const;

/** Null where fewer than two events have a kilometre. */
export function buildShipmentChart(
  { stops, nodes, wholeKm }: JourneyLine,
  { history }: Pick<Shipment, 'history'>,
  times: readonly Time[],
): ShipmentChart | null {
  const start = history[0]?.at;
  const events = stops.flatMap((stop) => (stop.km === null ? [] : stop.events.map((event) => ({ km: stop.km!, ...event }))));
  if (start === undefined || events.length < 2 || wholeKm === 0) return null;
  const toDots = (classifier: string): ShipmentDot[] =>
    events
      .filter((event) => event.classifier === classifier)
      .sort((a, b) => a.at - b.at)
      .map(({ km, at }) => ({ km, days: (at - start) / DAY }));
  const findReport = (node: string): ShipmentDot | null => {
    const stop = stops.find((one) => one.node === node && one.part === 'done' && one.km !== null);
    const report = stop?.events.findLast(({ classifier }) => classifier === 'ACT');
    return stop && report ? { km: stop.km!, days: (report.at - start) / DAY } : null;
  };
  const published = times.flatMap(({ id, from: fromNode, to, kind, low, high, unit }): PublishedBand[] => {
    if (!fromNode || !to || !['run', 'sail', 'whole'].includes(kind)) return [];
    const from = findReport(fromNode);
    const end = nodes.find((node) => node.id === to && from !== null && node.km > from.km);
    if (!from || !end) return [];
    // A figure without a lower limit ("at most") may be anything below it.
    const [least, most] = [low ?? 0, high ?? low ?? 0];
    return [{ id, from, toKm: end.km, low: from.days + least / PER_DAY[unit], high: from.days + most / PER_DAY[unit] }];
  });
  const dots = { actual: toDots('ACT'), planned: toDots('PLN'), estimated: toDots('EST') };
  const ends = [...dots.actual, ...dots.planned, ...dots.estimated].map(({ days }) => days);
  return { wholeKm, start, ...dots, published, days: Math.max(1, ...ends, ...published.map(({ high }) => high)) };
}
