/** What may explain how much longer a track is than its drawn line. */
import { distance } from '@turf/distance';
import type { Position } from '../../src/core/dataset/model.ts';

export interface LineShape {
  /** Mean distance between the points that the line was drawn by, kilometres. */
  spacingKm: number;
  /** Degrees that the line turns at these points, for each kilometre. */
  winding: number;
}

/** @param known the points that a line was drawn by, two at least */
export function describeShape(known: readonly Position[]): LineShape {
  let km = 0;
  let turned = 0;
  known.forEach((at, i) => {
    const before = known[i - 1];
    const after = known[i + 1];
    if (before) km += distance([...before], [...at]);
    if (before && after) turned += Math.abs(((bearing(at, after) - bearing(before, at) + 540) % 360) - 180);
  });
  return { spacingKm: km / Math.max(1, known.length - 1), winding: km > 0 ? turned / km : 0 };
}

function bearing(a: Position, b: Position): number {
  const eastward = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
  return (Math.atan2(eastward, b[1] - a[1]) * 180) / Math.PI;
}
