/** What a reader may ask for where coordinates look as if they were in another order or unit. */
import type { RawFeature } from '../formats/format.ts';
import { getOwn, isObject, type PlainObject } from '../parse/json-values.ts';
import { LIMITS } from './limits.ts';

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

/** The feature with its coordinates changed, and without the extent that it was given; what has none stays for the checks. */
export function repairFeature(raw: RawFeature, repair: Repair): RawFeature {
  const { value } = raw;
  const geometry = isObject(value) ? getOwn(value, 'geometry') : undefined;
  if (!isObject(value) || !isObject(geometry)) return raw;
  const { bbox: _, ...rest } = value;
  return { ...raw, value: { ...rest, geometry: repairGeometry(geometry, CHANGES[repair], 0) } };
}

/** Calls itself for collections, no deeper than those that are read. */
function repairGeometry(geometry: PlainObject, change: Change, depth: number): PlainObject {
  const { bbox: _, ...rest } = geometry;
  const members = getOwn(geometry, 'geometries');
  if (Array.isArray(members) && depth <= LIMITS.collections) {
    const geometries = members.map((member: unknown) => (isObject(member) ? repairGeometry(member, change, depth + 1) : member));
    return { ...rest, geometries };
  }
  const coordinates = getOwn(geometry, 'coordinates');
  const line = (positions: unknown): unknown =>
    Array.isArray(positions) ? positions.map((position) => movePosition(position, change)) : positions;
  const isMany = getOwn(geometry, 'type') === 'MultiLineString';
  return { ...rest, coordinates: isMany && Array.isArray(coordinates) ? coordinates.map(line) : line(coordinates) };
}

function movePosition(position: unknown, change: Change): unknown {
  if (!Array.isArray(position)) return position;
  const [x, y, ...rest] = position as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [...change(x, y), ...rest] : position;
}
