/** What a reader may ask for where coordinates look as if they were in another order or unit. */
import type { RawFeature } from '../formats/raw-feature.ts';
import { isObject, getOwn } from '../formats/raw-feature.ts';

export const REPAIRS = ['swap', 'metres'] as const;
export type Repair = (typeof REPAIRS)[number];

const RADIUS = 6_378_137;
const DEGREES = 180 / Math.PI;

type Change = (x: number, y: number) => [number, number];

const CHANGES: Record<Repair, Change> = {
  swap: (x, y) => [y, x],
  // EPSG:3857 to longitude and latitude, to about a centimetre.
  metres: (x, y) => [
    Number(((x / RADIUS) * DEGREES).toFixed(7)),
    Number(((2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2) * DEGREES).toFixed(7)),
  ],
};

/** The feature with its coordinates changed; what has none stays for the checks to tell of. */
export function repairFeature(raw: RawFeature, repair: Repair): RawFeature {
  const { value } = raw;
  const geometry = isObject(value) ? getOwn(value, 'geometry') : undefined;
  if (!isObject(value) || !isObject(geometry)) return raw;
  const change = CHANGES[repair];
  const coordinates = getOwn(geometry, 'coordinates');
  const line = (positions: unknown): unknown =>
    Array.isArray(positions) ? positions.map((position) => moved(position, change)) : positions;
  const isMany = getOwn(geometry, 'type') === 'MultiLineString';
  const next = isMany && Array.isArray(coordinates) ? coordinates.map(line) : line(coordinates);
  return { ...raw, value: { ...value, geometry: { ...geometry, coordinates: next } } };
}

function moved(position: unknown, change: Change): unknown {
  if (!Array.isArray(position)) return position;
  const [x, y, ...rest] = position as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [...change(x, y), ...rest] : position;
}
