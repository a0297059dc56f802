import { destination } from '@turf/destination';
import type { MultiPolygon, Polygon, Position as GeoPosition } from 'geojson';
import type { Position } from '../dataset/model.ts';
import type { BoundingBox } from './bounding-box.ts';

/** Height of the bands that edges are sorted into, in degrees. */
const BAND = 1 / 16;
/** Edge of a cell, in degrees: where no outline passes one, all of it has one answer. */
const CELL = 1 / 16;
const CELLS_AROUND = 360 / CELL;

interface Part {
  bbox: BoundingBox;
  value: string;
  /** Edges by band of latitude, `x1, y1, x2, y2` of each in a row, so that a lookup sees a few of them and not a whole coast. */
  bands: Map<number, number[]>;
}

/**
 * Answers in which of many polygons a point lies.
 *
 * Turf's `booleanPointInPolygon` walks the whole outline each time; called every kilometre along all lines against
 * borders of full detail that takes minutes. Same even-odd rule, with an index; most places lie in a cell that no outline passes,
 * and are known from the first question about it.
 *
 * @param areas polygons with a name each; the first that holds the point is the answer
 * @returns a function from lon/lat to the name, or null outside all of them
 */
export function createLocator(
  areas: readonly { value: string; geometry: Polygon | MultiPolygon }[],
): (at: Position) => string | null {
  const passed = new Set<number>();
  const parts = areas.flatMap(({ value, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) =>
      indexRings(value, rings, passed),
    ),
  );
  const blocks = sortIntoBlocks(parts);
  const answers = new Map<number, string | null>();
  let latest: Part | undefined;
  const look = (at: Position): string | null => {
    // Neighbouring questions mostly have the same answer.
    if (latest && isInside(latest, at)) return latest.value;
    latest = blocks.get(findBlock(at[0], at[1]))?.find((part) => part !== latest && isInside(part, at));
    return latest?.value ?? null;
  };
  return (at) => {
    const cell = findCell(Math.floor(at[0] / CELL), Math.floor(at[1] / CELL));
    const known = answers.get(cell);
    if (known !== undefined) return known;
    const answer = look(at);
    if (!passed.has(cell)) answers.set(cell, answer);
    return answer;
  };
}

const findCell = (column: number, row: number): number =>
  row * CELLS_AROUND + (((column % CELLS_AROUND) + CELLS_AROUND) % CELLS_AROUND);

/** Edge of a block in degrees; there are thousands of islands, and few of them near any place. */
const BLOCK = 2;
const COLUMNS = 360 / BLOCK;

const findBlock = (lon: number, lat: number): number => {
  const column = Math.floor((lon + 180) / BLOCK);
  return Math.floor((lat + 90) / BLOCK) * COLUMNS + (((column % COLUMNS) + COLUMNS) % COLUMNS);
};

/** The parts that each block of the globe may hold a piece of, in their order. */
function sortIntoBlocks(parts: readonly Part[]): Map<number, Part[]> {
  const blocks = new Map<number, Part[]>();
  for (const part of parts) {
    const [west, south, east, north] = part.bbox;
    const width = Math.min(Math.floor(east / BLOCK) - Math.floor(west / BLOCK), COLUMNS - 1);
    for (let row = Math.floor(south / BLOCK); row <= Math.floor(north / BLOCK); row++) {
      for (let column = 0; column <= width; column++) {
        const block = findBlock((Math.floor(west / BLOCK) + column) * BLOCK, row * BLOCK);
        const known = blocks.get(block);
        if (known) known.push(part);
        else blocks.set(block, [part]);
      }
    }
  }
  return blocks;
}

/** @param passed is given the cells that the rings pass, and some beside them */
function indexRings(value: string, rings: GeoPosition[][], passed: Set<number>): Part {
  const bands: Part['bands'] = new Map();
  const bbox: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    // A ring over 180° goes on beyond it: its edges must not run round the world.
    let turn = 0;
    let [lonBefore = 0, latBefore = 0] = ring[0] ?? [];
    for (const [lon = 0, lat = 0] of ring.slice(1)) {
      const from: Position = [lonBefore + turn, latBefore];
      const step = lon - lonBefore;
      if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
      bbox[0] = Math.min(bbox[0], from[0]);
      bbox[1] = Math.min(bbox[1], from[1]);
      bbox[2] = Math.max(bbox[2], from[0]);
      bbox[3] = Math.max(bbox[3], from[1]);
      addEdge(bands, from, [lon + turn, lat]);
      markCells(passed, from, [lon + turn, lat]);
      [lonBefore, latBefore] = [lon, lat];
    }
  }
  return { value, bbox, bands };
}

function addEdge(bands: Part['bands'], [x1, y1]: Position, [x2, y2]: Position): void {
  if (y1 === y2) return;
  for (let band = Math.floor(Math.min(y1, y2) / BAND); band <= Math.floor(Math.max(y1, y2) / BAND); band++) {
    const edges = bands.get(band);
    if (edges) edges.push(x1, y1, x2, y2);
    else bands.set(band, [x1, y1, x2, y2]);
  }
}

/** The cells of the rows that an edge passes, in each of them those beside its piece in that row. */
function markCells(passed: Set<number>, [x1, y1]: Position, [x2, y2]: Position): void {
  const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
  const atLat = (lat: number): number =>
    y1 === y2 ? x1 : x1 + ((x2 - x1) * (Math.min(high, Math.max(low, lat)) - y1)) / (y2 - y1);
  for (let row = Math.floor(low / CELL); row <= Math.floor(high / CELL); row++) {
    const [a, b] = y1 === y2 ? [x1, x2] : [atLat(row * CELL), atLat((row + 1) * CELL)];
    // What is computed may be a rounding off.
    const [first, last] = [Math.floor(Math.min(a, b) / CELL - 1e-6), Math.floor(Math.max(a, b) / CELL + 1e-6)];
    for (let column = first; column <= last; column++) passed.add(findCell(column, row));
  }
}

function isInside(part: Part, [x, y]: Position): boolean {
  const [west, , east] = part.bbox;
  return isInsideAt(part, x, y) || (east > 180 && isInsideAt(part, x + 360, y)) || (west < -180 && isInsideAt(part, x - 360, y));
}

function isInsideAt({ bbox, bands }: Part, x: number, y: number): boolean {
  if (x < bbox[0] || x > bbox[2] || y < bbox[1] || y > bbox[3]) return false;
  let inside = false;
  const edges = bands.get(Math.floor(y / BAND)) ?? [];
  for (let i = 0; i < edges.length; i += 4) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [edges[i], edges[i + 1], edges[i + 2], edges[i + 3]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** What `locate` finds at a point and in eight directions from it, `km` away. */
export function sampleAround(at: Position, km: number, locate: (at: Position) => string | null): Set<string> {
  const directions = [0, 45, 90, 135, 180, 225, 270, 315].map(
    (bearing) => destination(at, km, bearing).geometry.coordinates as Position,
  );
  return new Set([at, ...directions].flatMap((place) => locate(place) ?? []));
}
