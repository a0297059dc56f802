/** The checks of one line: whatever gets past them can be measured and drawn. */
import { type ImportIssue, formatShown } from './issues.ts';

/** Half of the equator in metres of EPSG:3857, the edge of its square world. */
const MERCATOR = 20_037_508.35;
/** Eastings of UTM and of many national grids, in metres: they may as well be metres of EPSG:3857 near Greenwich. */
const GRID_EAST = [100_000, 900_000] as const;
const GRID_NORTH = 10_000_000;
/** Longitudes may go on beyond 180°, for lines that cross it; but not round the world twice. */
const LON = 360;
const LAT = 90;
/** Share of positions that must be wrong before the whole line is taken to be in other units or order. */
const MANY = 0.2;

/** What is wrong with the coordinates of a line, or null. `path` is where they stand. */
export function checkLine(coordinates: unknown, path: string): ImportIssue | null {
  if (!Array.isArray(coordinates)) return { code: 'bad-coordinates', path };
  if (coordinates.length === 0) return { code: 'empty-geometry', path };
  const positions: number[][] = [];
  for (const [i, position] of (coordinates as unknown[]).entries()) {
    if (!Array.isArray(position)) return { code: 'bad-coordinates', path: `${path}[${i}]` };
    const issue = checkPosition(position, `${path}[${i}]`);
    if (issue) return issue;
    positions.push(position as number[]);
  }
  const issue = checkRange(positions, path);
  if (issue) return issue;
  if (coordinates.length === 1) return { code: 'one-point', path };
  const [[x0, y0] = []] = positions;
  const moves = positions.some(([x, y]) => x !== x0 || y !== y0);
  return moves ? null : { code: 'no-length', path };
}

/** Positions beyond the globe, by what they look like. */
function checkRange(positions: readonly number[][], path: string): ImportIssue | null {
  let [wrong, first] = [0, -1];
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [i, [x = 0, y = 0]] of positions.entries()) {
    minX = Math.min(minX, x);
    maxX = Math.max(maxX, x);
    minY = Math.min(minY, y);
    maxY = Math.max(maxY, y);
    if (Math.abs(x) <= LON && Math.abs(y) <= LAT) continue;
    wrong++;
    if (first < 0) first = i;
  }
  const [x, y] = positions[first] ?? [];
  if (x === undefined || y === undefined) return null;
  const place = { path: `${path}[${first}]`, params: { found: `${x}, ${y}` } };
  const [mostX, mostY] = [Math.max(-minX, maxX), Math.max(-minY, maxY)];
  if (wrong < positions.length * MANY) return { code: 'out-of-range', ...place };
  if (mostX <= LAT && mostY <= LON) return { code: 'swapped', ...place };
  if (minX >= GRID_EAST[0] && maxX <= GRID_EAST[1] && minY >= 1000 && maxY <= GRID_NORTH) return { code: 'grid', ...place };
  const isMetres = mostX <= MERCATOR && mostY <= MERCATOR && mostX > 1000 && mostY > 1000;
  return { code: isMetres ? 'metres' : 'out-of-range', ...place };
}

function checkPosition(position: readonly unknown[], path: string): ImportIssue | null {
  if (position.length < 2) return { code: 'bad-coordinates', path };
  for (const [k, value] of position.slice(0, 2).entries()) {
    if (Array.isArray(value)) return { code: 'bad-coordinates', path };
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return { code: 'not-a-number', path: `${path}[${k}]`, params: { found: formatShown(value) } };
    }
  }
  return null;
}

/** Index of the first position with a height (or what follows it) that is no number: MapLibre and turf take it in silence. */
export function findBadHeight(positions: readonly (readonly unknown[])[]): number | null {
  const at = positions.findIndex((position) => position.length > 2 && !position.slice(2).every(Number.isFinite));
  return at < 0 ? null : at;
}

/** Index of a position at 0, 0 in a line that is nowhere near: mostly a missing value. Null where there is none. */
export function findZeroPoint(coordinates: readonly (readonly number[])[]): number | null {
  const isFar = coordinates.some(([x = 0, y = 0]) => Math.abs(x) > 5 || Math.abs(y) > 5);
  const at = coordinates.findIndex(([x, y]) => x === 0 && y === 0);
  return isFar && at >= 0 ? at : null;
}
