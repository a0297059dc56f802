import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import type { Fidelity, Status } from '../../src/core/dataset/model.ts';
import type { RawLink } from '../read/lines.ts';

/** How OpenStreetMap tags the track of a link, by its status; null where there is none to be found. */
const RAILWAYS: Record<Status, string | null> = {
  open: 'rail|narrow_gauge',
  'under-construction': 'rail|narrow_gauge|construction',
  planned: null,
  closed: 'rail|narrow_gauge|disused|abandoned',
};
/** How far from the drawn line the track may lie, in kilometres, by how the line was made. */
const CORRIDOR_KM: Record<Fidelity, number> = { track: 2, stations: 4, towns: 12, hand: 20 };
/** The line that a query goes along may stray this far from the drawn one, in degrees. */
const TOLERANCE = 0.01;

/**
 * The question to Overpass for the rail ways along a link; null for a link that has no track on the ground.
 *
 * @param seconds how long the server may work on it
 */
export function writeTrackQuery({ mode, status, fidelity, coordinates }: RawLink, seconds: number): string | null {
  const railways = RAILWAYS[status];
  if (mode !== 'rail' || railways === null) return null;
  const line = simplify(lineString(coordinates.map((p) => [...p])), { tolerance: TOLERANCE }).geometry.coordinates;
  const along = line.map(([lon = 0, lat = 0]) => `${lat.toFixed(4)},${lon.toFixed(4)}`).join(',');
  const around = `around:${CORRIDOR_KM[fidelity] * 1000},${along}`;
  return [
    `[out:json][timeout:${seconds}];`,
    `way["railway"~"^(${railways})$"]["service"!~"^(yard|spur|siding)$"](${around});`,
    'out body geom;',
  ].join('\n');
}
