import type { BoundingBox } from './bounding-box.ts';
import type { Camera, Size } from './projection.ts';

/** Pixels of the whole world at zoom 0. */
const WORLD = 512;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The extent of degrees that a camera shows on a flat map (spherical Mercator) of so many pixels. */
export function computeViewBounds({ zoom, lat, lon }: Camera, { width, height }: Size): BoundingBox {
  const scale = WORLD * 2 ** zoom;
  const halfLon = (180 * width) / scale;
  const middle = Math.asinh(Math.tan(toRadians(lat)));
  const half = (Math.PI * height) / scale;
  const toLat = (y: number): number => (Math.atan(Math.sinh(y)) * 180) / Math.PI;
  return [Math.max(-180, lon - halfLon), toLat(middle - half), Math.min(180, lon + halfLon), toLat(middle + half)];
}
