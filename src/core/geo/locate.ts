import { destination } from '@turf/destination';
import type { MultiPolygon, Polygon, Position as GeoPosition } from 'geojson';
import type { Position } from '../dataset/model.ts';
import type { BoundingBox } from './bounding-box.ts';

/** Height of the bands that edges are sorted into, in degrees. */
const BAND = 0.25;

interface Part {
  bbox: BoundingBox;
  value: string;
  /** Edges by band of latitude, `[x1, y1, x2, y2]` each, so that a lookup sees a few of them and not a whole coast. */
  bands: Map<number, [number, number, number, number][]>;
}

/**
 * Answers in which of many polygons a point lies.
 *
 * Turf's `booleanPointInPolygon` walks the whole outline each time; called every kilometre along all lines against
 * borders of full detail that takes minutes. Same even-odd rule, with an index.
 *
 * @param areas polygons with a name each; the first that holds the point is the answer
 * @returns a function from lon/lat to the name, or null outside all of them
 */
export function createLocator(
  areas: readonly { value: string; geometry: Polygon | MultiPolygon }[],
): (at: Position) => string | null {
  const parts = areas.flatMap(({ value, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => indexRings(value, rings)),
  );
  const blocks = sortIntoBlocks(parts);
  let latest: Part | undefined;
  return (at) => {
    // Neighbouring questions mostly have the same answer.
    if (latest && isInside(latest, at)) return latest.value;
    latest = blocks.get(findBlock(at[0], at[1]))?.find((part) => part !== latest && isInside(part, at));
    return latest?.value ?? null;
  };
}

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

function indexRings(value: string, rings: GeoPosition[][]): Part {
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
      [lonBefore, latBefore] = [lon, lat];
    }
  }
  return { value, bbox, bands };
}

function addEdge(bands: Part['bands'], [x1, y1]: Position, [x2, y2]: Position): void {
  if (y1 === y2) return;
  for (let band = Math.floor(Math.min(y1, y2) / BAND); band <= Math.floor(Math.max(y1, y2) / BAND); band++) {
    const edges = bands.get(band);
    if (edges) edges.push([x1, y1, x2, y2]);
    else bands.set(band, [[x1, y1, x2, y2]]);
  }
}

function isInside(part: Part, [x, y]: Position): boolean {
  const [west, , east] = part.bbox;
  return isInsideAt(part, x, y) || (east > 180 && isInsideAt(part, x + 360, y)) || (west < -180 && isInsideAt(part, x - 360, y));
}

function isInsideAt({ bbox, bands }: Part, x: number, y: number): boolean {
  if (x < bbox[0] || x > bbox[2] || y < bbox[1] || y > bbox[3]) return false;
  let inside = false;
  for (const [x1, y1, x2, y2] of bands.get(Math.floor(y / BAND)) ?? []) {
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
