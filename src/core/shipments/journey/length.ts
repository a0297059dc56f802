/** Lengths of ways: one place that says which of the three kinds of length a shipment is measured in. */
import type { Network } from '../../routing/best-paths.ts';
import { toMetres } from '../../measure/measure.ts';

/** A link as a shipment travels it; `fromKm` and `toKm`, counted from the link's `from`, where it is a part of it. */
export interface WayLeg {
  id: string;
  reversed: boolean;
  fromKm?: number;
  toKm?: number;
}

/** Kilometres, with the ends of their interval. */
export interface Length {
  km: number;
  low: number;
  high: number;
}

export const NO_LENGTH: Length = { km: 0, low: 0, high: 0 };

const kmOf = ({ links }: Network, { id, fromKm = 0, toKm }: WayLeg): number =>
  (toKm ?? links.get(id)?.properties.drawnKm ?? 0) - fromKm;

/** Length of legs as they are drawn; its interval is that length itself. */
export function measureWay(network: Network, legs: readonly WayLeg[]): Length {
  const km = toMetres(legs.reduce((sum, leg) => sum + kmOf(network, leg), 0));
  return { km, low: km, high: km };
}
