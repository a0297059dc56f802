/** The vector tiles of the published base map against its topology: at each zoom, across edges and at 180°. */
import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import type { FeatureCollection, Polygon, Position } from 'geojson';
import { PbfReader } from 'pbf';
import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { readShapes } from '../../../../src/core/dataset/load/load-base-map.ts';
import { TILE_LAYERS, TILE_MAX_ZOOM, type TileLayer } from '../../../../src/core/geo/base-tiles.ts';

type Point = [x: number, y: number];
/** The world as a square of 1, its left edge at 180°. */
const project = ([lon = 0, lat = 0]: Position): Point => [
  lon / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];

const read = (name: string): unknown => JSON.parse(readFileSync(`static/data/base/${name}`, 'utf8'));
const shapes = readShapes(read('50m.json') as Topology);
const waters = read('waters.json') as Record<'lakes' | 'rivers', FeatureCollection>;

const sources: Record<string, FeatureCollection | undefined> = { ...shapes, lake: waters.lakes, river: waters.rivers };

/** Lines and rings of a layer's source. */
function listSource(layer: TileLayer): Point[][] {
  const isBorder = layer === 'settled' || layer === 'disputed';
  return sources[isBorder ? 'borders' : layer]!.features.filter(({ properties }) => !isBorder || properties?.['kind'] === layer)
    .flatMap(({ geometry }): Position[][] => {
      if (geometry.type === 'LineString') return [geometry.coordinates];
      if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
      throw new Error(`${layer} has a ${geometry.type}`);
    })
    .map((line) => line.map(project));
}

interface Tile {
  z: number;
  x: number;
  y: number;
  /** Lines and rings by layer, in sides of the tile from its top left corner. */
  lines: Record<string, Point[][]>;
}

function readTile(z: number, x: number, y: number): Tile {
  const { layers } = new VectorTile(new PbfReader(readFileSync(`static/data/tiles/base/${z}/${x}/${y}.pbf`)));
  const lines = Object.entries(layers).map(([name, layer]) => [
    name,
    Array.from({ length: layer.length }, (_, i) => layer.feature(i).loadGeometry())
      .flat()
      .map((line) => line.map((at): Point => [at.x / layer.extent, at.y / layer.extent])),
  ]);
  return { z, x, y, lines: Object.fromEntries(lines) as Tile['lines'] };
}

const ZOOMS = Array.from({ length: TILE_MAX_ZOOM + 1 }, (_, z) => z);
const tiles = ZOOMS.map((z) => Array.from({ length: 4 ** z }, (_, i) => readTile(z, i % 2 ** z, Math.floor(i / 2 ** z))));

/** Pixels from a point of a tile to the nearest line; a tile has 512 to a side. */
function measureDistance([px, py]: Point, lines: readonly Point[][]): number {
  let least = Infinity;
  for (const line of lines) {
    for (let i = 1; i < line.length; i += 1) {
      const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
      const [dx, dy] = [bx - ax, by - ay];
      const share = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, Math.hypot(px - ax - share * dx, py - ay - share * dy));
    }
  }
  return least * 512;
}

const isLong = (line: readonly Point[], z: number): boolean => {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) * 512 * 2 ** z > 2;
};

/** The tiles in which a point of the world lies, on an edge both, with where it lies there. */
function locate([x, y]: Point, z: number): { tile: Tile; at: Point }[] {
  const side = 2 ** z;
  const [wide, high] = [(x - Math.floor(x)) * side, y * side];
  return tiles[z]!.flatMap((tile) =>
    // On the other side of 180°, too.
    [wide - tile.x, wide - tile.x - side, wide - tile.x + side].flatMap((dx): { tile: Tile; at: Point }[] => {
      const dy = high - tile.y;
      const isIn = dx > -1e-9 && dx < 1 + 1e-9 && dy > -1e-9 && dy < 1 + 1e-9;
      return isIn ? [{ tile, at: [dx, dy] }] : [];
    }),
  );
}

/** Where lines meet the edges of tiles, upright and level. */
function findCrossings(line: readonly Point[], z: number): Point[] {
  const side = 2 ** z;
  return line.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = line[i]!;
    const between = (a: number, b: number): number[] => {
      const first = Math.ceil(Math.min(a, b) * side);
      const count = Math.floor(Math.max(a, b) * side) - first + 1;
      return a === b ? [] : Array.from({ length: Math.max(0, count) }, (_, n) => ((first + n) / side - a) / (b - a));
    };
    return [...between(ax, bx), ...between(ay, by)].map((share): Point => [ax + share * (bx - ax), ay + share * (by - ay)]);
  });
}

/** Twice the area of a ring; its sign is the way round. */
const measureRing = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

/** The part of a ring that lies in its tile (Sutherland and Hodgman). */
function clipRing(ring: readonly Point[]): Point[] {
  return [0, 1].reduce(
    (clipped: readonly Point[], axis) =>
      [-1, 1].reduce((kept: readonly Point[], sign) => {
        const isIn = (at: Point): boolean => sign * at[axis as 0] <= Math.max(0, sign);
        return kept.flatMap((at, i) => {
          const before = kept.at(i - 1)!;
          if (isIn(at) === isIn(before)) return isIn(at) ? [at] : [];
          const edge = Math.max(0, sign);
          const share = (edge - before[axis as 0]) / (at[axis as 0] - before[axis as 0]);
          const cut: Point = [before[0] + share * (at[0] - before[0]), before[1] + share * (at[1] - before[1])];
          return isIn(at) ? [cut, at] : [cut];
        });
      }, clipped),
    ring,
  ) as Point[];
}

describe.each(ZOOMS)('the tiles of zoom %i', (z) => {
  it.each(TILE_LAYERS)('show each line of %s where it is, within a pixel', (layer) => {
    const lines = listSource(layer).filter((line) => isLong(line, z));
    expect(lines.length).toBeGreaterThan(0);
    const points = lines.flat().filter((_, i, all) => i % Math.max(1, Math.round(all.length / 400)) === 0);
    const off = points.flatMap((point) =>
      locate(point, z).filter(({ tile, at }) => measureDistance(at, tile.lines[layer] ?? []) > 1),
    );
    expect(off).toEqual([]);
  });

  it.each(TILE_LAYERS)('lose no line of %s at an edge or at 180°', (layer) => {
    const crossings = listSource(layer)
      .filter((line) => isLong(line, z))
      .flatMap((line) => findCrossings(line, z));
    for (const point of crossings) {
      const found = locate(point, z);
      expect(found.length, String(point)).toBeGreaterThan(1);
      for (const { tile, at } of found) expect(measureDistance(at, tile.lines[layer] ?? []), String(point)).toBeLessThan(1);
    }
  });

  it.each(['land', 'lake'] as const)('have as much %s as there is', (layer) => {
    const area = tiles[z]!.reduce(
      (sum, { lines }) => sum + (lines[layer] ?? []).reduce((part, ring) => part + measureRing(clipRing(ring)), 0) / 4 ** z,
      0,
    );
    const { features } = layer === 'land' ? shapes['land']! : waters.lakes;
    const expected = features.reduce((sum, { geometry }) => {
      const [outer = 0, ...holes] = (geometry as Polygon).coordinates.map((ring) => Math.abs(measureRing(ring.map(project))));
      return sum + outer - holes.reduce((all, hole) => all + hole, 0);
    }, 0);
    // From far out a lake is a few pixels.
    expect(Math.abs(area / expected - 1)).toBeLessThan(0.08 / 2 ** z);
  });
});
