/** Lengths of ways: one place that says which of the three kinds of length a shipment is measured in. */
import type { Atlas } from '../../dataset/dataset.ts';
import { estimateLength } from '../../measure/estimate.ts';
import { toMetres } from '../../measure/measure.ts';
import type { Network } from '../../routing/best-paths.ts';

/** What shipments are followed on: nodes and links, and how their lengths are estimated. */
export type ShipmentNetwork = Network & Partial<Pick<Atlas, 'lengthModel'>>;

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

const computeLegKm = ({ links }: Network, { id, fromKm = 0, toKm }: WayLeg): number =>
  (toKm ?? links.get(id)?.properties.drawnKm ?? 0) - fromKm;

/** Length of legs as they are drawn, in kilometres. */
export const measureDrawn = (network: Network, legs: readonly WayLeg[]): number =>
  toMetres(legs.reduce((sum, leg) => sum + computeLegKm(network, leg), 0));

/** Estimated length of legs; where there is no estimate, the drawn one, which has no interval. */
export function measureWay(network: ShipmentNetwork, legs: readonly WayLeg[]): Length {
  const parts = legs.map((leg) => {
    const basis = network.links.get(leg.id)?.properties.estimate;
    return { link: leg.id, drawnKm: computeLegKm(network, leg), ...(basis && { basis }) };
  });
  const estimate = estimateLength(parts, network.lengthModel ?? null);
  if (estimate) return { km: estimate.km, low: estimate.low, high: estimate.high };
  const km = measureDrawn(network, legs);
  return { km, low: km, high: km };
}
