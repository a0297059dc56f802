import type { Position } from '../dataset/model.ts';
import type { Point, Projection } from './projection.ts';

/** Pixels within which a place is found. */
const NEAR = 0.25;
const ROUNDS = 40;
/** Degrees of latitude beyond which there is no place on a map. */
const MAX_LAT = 85;

/** The place that is drawn at a point of a map, as near as can be: of a point beyond the globe, one by its rim. */
export function findPlaceAt({ camera, project }: Projection, [x, y]: Point): Position {
  const degrees = 360 / (512 * 2 ** camera.zoom);
  let [lon, lat] = [camera.lon, camera.lat];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [drawnX, drawnY] = project(lon, lat);
    if (Math.hypot(x - drawnX, y - drawnY) < NEAR) break;
    lon += (x - drawnX) * degrees;
    lat -= (y - drawnY) * degrees * Math.cos((lat * Math.PI) / 180);
    lat = Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));
  }
  return [lon, lat];
}
