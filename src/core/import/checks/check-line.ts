/** The checks of one line: whatever gets past them can be measured and drawn. */
import { type ImportIssue, formatShown } from './issues.ts';

/** Half of the equator in metres of EPSG:3857, the edge of its square world. */
const MERCATOR = 20_037_508.35;
/** Longitudes may go on beyond 180°, for lines that cross it; but not round the world twice. */
const LON = 360;
const LAT = 90;
/** Share of positions that must be wrong before the whole line is taken to be in other units or order. */
const MANY = 0.2;

/** What is wrong with the coordinates of a line, or null. `path` is where they stand. */
export function checkLine(coordinates: unknown, path: string): ImportIssue | null {
  if (!Array.isArray(coordinates)) return { code: 'bad-coordinates', path };
  if (coordinates.length === 0) return { code: 'empty-geometry', path };
  let [wrong, first] = [0, -1];
  let [maxX, maxY] = [0, 0];
  for (let i = 0; i < coordinates.length; i++) {
    const position: unknown = coordinates[i];
    if (!Array.isArray(position)) return { code: 'bad-coordinates', path: `${path}[${i}]` };
    const issue = positionFault(position, `${path}[${i}]`);
    if (issue) return issue;
    const [x, y] = [Math.abs(position[0] as number), Math.abs(position[1] as number)];
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
    if (x <= LON && y <= LAT) continue;
    wrong++;
    if (first < 0) first = i;
  }
  if (wrong > 0) {
    const [x, y] = coordinates[first] as number[];
    const place = { path: `${path}[${first}]`, params: { found: `${x}, ${y}` } };
    const many = wrong >= coordinates.length * MANY;
    if (many && maxX <= LAT && maxY <= LON) return { code: 'swapped', ...place };
    if (many && maxX <= MERCATOR && maxY <= MERCATOR && maxX > 1000 && maxY > 1000) return { code: 'metres', ...place };
    return { code: 'out-of-range', ...place };
  }
  if (coordinates.length === 1) return { code: 'one-point', path };
  const [x0, y0] = coordinates[0] as number[];
  const moves = (coordinates as number[][]).some(([x, y]) => x !== x0 || y !== y0);
  return moves ? null : { code: 'no-length', path };
}

function positionFault(position: readonly unknown[], path: string): ImportIssue | null {
  if (position.length < 2) return { code: 'bad-coordinates', path };
  for (let k = 0; k < position.length; k++) {
    const value = position[k];
    if (k < 2 && Array.isArray(value)) return { code: 'bad-coordinates', path };
    // A height that is missing or no number is a issue as well: MapLibre and turf take it in silence.
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return { code: 'not-a-number', path: `${path}[${k}]`, params: { found: formatShown(value) } };
    }
  }
  return null;
}

/** Index of a position at 0, 0 in a line that is nowhere near: mostly a missing value. Null where there is none. */
export function isZeroPoint(coordinates: readonly (readonly number[])[]): number | null {
  const isFar = coordinates.some(([x = 0, y = 0]) => Math.abs(x) > 5 || Math.abs(y) > 5);
  const at = coordinates.findIndex(([x, y]) => x === 0 && y === 0);
  return isFar && at >= 0 ? at : null;
}
