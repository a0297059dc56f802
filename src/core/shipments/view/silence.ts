/** Shipments that nobody has reported for longer than usual: measured by the gaps between the reports themselves. */
import type { PlacedEvent } from '../journey/history.ts';
import type { Shipment } from '../journey/follow.ts';

export interface Silence {
  /** Since the newest actual report. */
  hours: number;
  /** Nine in ten gaps between two reports are shorter. */
  usualHours: number;
  /** Whose gaps these are: the shipment's own, or those of all shipments of the file where it has too few. */
  of: 'shipment' | 'file';
}

const HOUR = 3_600_000;
/** Gaps from which a shipment, and a file, say what is usual. */
const FEWEST = { shipment: 5, file: 10 };
const SHARE = 0.9;
/** Silence that is shorter alarms nobody, however often reports come. */
const LEAST_HOURS = 12;

function findGaps(history: readonly PlacedEvent[]): number[] {
  const times = history.filter(({ classifier }) => classifier === 'ACT').map(({ at }) => at);
  return times.slice(1).flatMap((at, i) => (at > times[i]! ? [at - times[i]!] : []));
}

const findUsual = (gaps: number[]): number => gaps.sort((a, b) => a - b)[Math.floor((gaps.length - 1) * SHARE)]!;

/**
 * Finds the silent ones among the shipments of a file.
 *
 * @param until milliseconds since 1970 up to which silence counts: the date of the file, never the clock of the machine
 */
export function findSilences(shipments: readonly Shipment[], until: number | null): Map<string, Silence> {
  const silences = new Map<string, Silence>();
  if (until === null) return silences;
  const all = shipments.flatMap(({ history }) => findGaps(history));
  const usualOfFile = all.length >= FEWEST.file ? findUsual(all) : null;
  for (const { id, state, last, history } of shipments) {
    if (!last || state === 'arrived') continue;
    const own = findGaps(history);
    const isOwn = own.length >= FEWEST.shipment;
    const usual = isOwn ? findUsual(own) : usualOfFile;
    const hours = Math.round((until - last.at) / HOUR);
    if (usual === null || hours < LEAST_HOURS || hours * HOUR <= usual) continue;
    const usualHours = Math.max(1, Math.round(usual / HOUR));
    silences.set(id, { hours, usualHours, of: isOwn ? 'shipment' : 'file' });
  }
  return silences;
}
