import type { Stops } from './drawing.ts';

/** What the map draws of a shipment, in the order of a key. */
export const SHIPMENT_ROLES = ['done', 'ahead', 'position', 'estimate'] as const;
export type ShipmentRole = (typeof SHIPMENT_ROLES)[number];

/** How shipments are drawn, on the live map and as a picture; pixels. */
export const SHIPMENT = {
  widths: [
    [3, 2.5],
    [8, 5],
  ] as Stops,
  casingMore: 3,
  /** In widths of the line. */
  dashes: [1.6, 1.4],
  dot: 7,
  ring: 11,
  /** What a count is picked as on the live map, before the key of its place. */
  pickPrefix: 'shipments-at:',
} as const;
