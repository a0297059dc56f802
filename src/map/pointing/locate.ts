import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../../core/dataset/model.ts';
import type { Point } from '../../core/geo/projection.ts';

/** Degrees by which a place may differ from what its pixel shows: far more than rounding, far less than a hidden place. */
const SAME = 1;

/** Pixels of a place from the top left corner of a map; null where it lies outside or on the far side of the globe. */
export function locateOnMap(map: MapLibreMap, place: Position): Point | null {
  const point = map.project(place);
  const { clientWidth, clientHeight } = map.getContainer();
  // What is not in view need not be looked for on the globe, which takes four times as long.
  if (point.x < 0 || point.y < 0 || point.x > clientWidth || point.y > clientHeight) return null;
  // MapLibre projects what the globe hides, too; its pixel is that of another place.
  const shown = map.unproject(point);
  const isSame = Math.abs(shown.lat - place[1]) < SAME && Math.abs(((shown.lng - place[0] + 540) % 360) - 180) < SAME;
  return isSame ? [point.x, point.y] : null;
}
