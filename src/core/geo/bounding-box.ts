import type { Position } from '../dataset/model.ts';

/** In degrees; of lines over 180°, `east` may be beyond 180. */
export type BoundingBox = [west: number, south: number, east: number, north: number];

/** The box that positions span; null where there are none. */
export function computeExtent(positions: Iterable<Position>): BoundingBox | null {
  const box: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box[0] === Infinity ? null : box;
}

/** The box around several boxes; null where there are none. */
export function uniteBoxes(boxes: Iterable<BoundingBox | null>): BoundingBox | null {
  const corners: Position[] = [];
  for (const box of boxes) if (box) corners.push([box[0], box[1]], [box[2], box[3]]);
  return computeExtent(corners);
}

/** A box with so many degrees more on each side; `lat` is the same as `lon` by default. */
export const padBox = ([west, south, east, north]: BoundingBox, lon: number, lat = lon): BoundingBox => [
  west - lon,
  south - lat,
  east + lon,
  north + lat,
];
