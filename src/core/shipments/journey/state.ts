/** How far a shipment has come, in one word. */
import type { EventKind } from '../events/event.ts';
import { hasLeft } from './dwell.ts';
import { getNode, type PlacedEvent } from './history.ts';

export type ShipmentState = 'not-started' | 'under-way' | 'arrived' | 'left-network' | 'unknown';

const ARRIVING: readonly EventKind[] = ['arrived', 'discharged', 'gate-in', 'other'];
const BEFORE_START: readonly EventKind[] = ['loaded', 'gate-in'];
/** Reports far from the network, one after the other, that are no slip of a device. */
const FAR_REPORTS = 2;

const isFar = ({ spot, resolved }: PlacedEvent): boolean => spot === null && resolved.lonLat !== undefined;

/** Events at the place of the last one, as far as no other place comes between. */
export function findLastStay(actual: readonly PlacedEvent[]): PlacedEvent[] {
  const last = actual.at(-1);
  if (!last) return [];
  const before = actual.findLastIndex((event) => getNode(event) !== getNode(last));
  return actual.slice(before + 1);
}

/**
 * @param read events that were read at all
 * @param placed actual events on the network, in the order of time
 * @param origin the node that the file names
 */
export function findState(
  read: number,
  history: readonly PlacedEvent[],
  placed: readonly PlacedEvent[],
  { origin, destination }: { origin: string | null | undefined; destination: string | null | undefined },
): ShipmentState {
  if (history.length === 0) return read === 0 ? 'not-started' : 'unknown';
  const actual = history.filter(({ classifier }) => classifier === 'ACT');
  if (actual.length === 0) return 'not-started';
  if (actual.length >= FAR_REPORTS && actual.slice(-FAR_REPORTS).every(isFar)) return 'left-network';
  const stay = findLastStay(placed);
  const last = stay.at(-1);
  if (
    last &&
    destination &&
    getNode(last) === destination &&
    !hasLeft(last) &&
    stay.some(({ kind }) => ARRIVING.includes(kind))
  ) {
    return 'arrived';
  }
  const isAtOrigin = origin && actual.every((event) => getNode(event) === origin && BEFORE_START.includes(event.kind));
  return isAtOrigin ? 'not-started' : 'under-way';
}
