import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import type { Position } from '../../src/core/dataset/model.ts';

/** About 50 m: less than a pixel at the zoom where the base map ends. Lengths are measured before. */
const TOLERANCE_DEGREES = 0.0005;

/** A line for drawing, with fewer points; its ends stay. */
export function simplifyLine(line: readonly Position[]): Position[] {
  if (line.length < 3) return [...line];
  const { geometry } = simplify(lineString(line.map((p) => [...p])), { tolerance: TOLERANCE_DEGREES, highQuality: true });
  return geometry.coordinates as Position[];
}
