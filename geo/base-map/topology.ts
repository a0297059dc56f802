import { readFileSync } from 'node:fs';
import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { createCountryLocator, Scale } from './countries.ts';

/** Where the finest coast is wanted; elsewhere it is thinned out. */
const REGION = { west: -12, east: 126, south: -2, north: 66 };
/** Degrees that a thinned line may stray, inside and outside of the region. */
const TOLERANCE: Record<Scale, { inside: number; outside: number }> = {
  '110m': { inside: 0, outside: 0 },
  '50m': { inside: 0.02, outside: 0.09 },
  '10m': { inside: 0.003, outside: 0.06 },
};
/** Smaller islands outside of the region are left out, in square degrees. */
const SMALLEST = { '110m': 0, '50m': 0.3, '10m': 0.08 };
const QUANTA = { '110m': 1e4, '50m': 2e4, '10m': 2e5 };

/** What lies west of the Bering Strait is drawn east of 180°, with the rest of its country. */
const BERING = -168.98;

type Line = [number, number][];
type Ground = ReturnType<typeof createCountryLocator>;

interface Compact {
  type: 'Topology';
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: number[][][];
  objects: Record<string, unknown>;
}

const isInside = (line: Line): boolean =>
  line.some(([lon, lat]) => lon > REGION.west && lon < REGION.east && lat > REGION.south && lat < REGION.north);

/** Extent of a ring in square degrees. */
function extent(line: Line): number {
  const lons = line.map(([lon]) => lon);
  const lats = line.map(([, lat]) => lat);
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}

/** Land and borders thinned out, with the hand-set dashed lines, as one small topology. */
export function compactTopology({ topology, land, coast, settled, disputed }: Ground, scale: Scale): Compact {
  const lines = topology.arcs.map((_, index) => arcLine(topology, index));
  const kept = land.filter((polygon) => {
    const outer = polygon.rings[0]!.flatMap((arc) => lines[arc < 0 ? ~arc : arc]!);
    return isInside(outer) ? extent(outer) > SMALLEST[scale] / 100 : extent(outer) > SMALLEST[scale];
  });
  const hand = (
    JSON.parse(readFileSync(new URL('../base/disputed-lines.json', import.meta.url), 'utf8')) as { line: Line }[]
  ).map(({ line }) => line);
  const used = new Map<number, number>();
  const arcs: Line[] = [];
  const take = (arc: number): number => {
    const index = arc < 0 ? ~arc : arc;
    let at = used.get(index);
    if (at === undefined) {
      at = arcs.push(thinned(lines[index]!, scale)) - 1;
      used.set(index, at);
    }
    return arc < 0 ? ~at : at;
  };
  const polygons = kept.map(({ code, rings }) => ({ code, arcs: rings.map((ring) => ring.map(take)) }));
  const border = (kind: string, indices: readonly number[], more: Line[]) => ({
    type: 'MultiLineString',
    properties: { kind },
    arcs: [...indices.map((arc) => [take(arc)]), ...more.map((line) => [arcs.push(line) - 1])],
  });
  const objects = {
    // Each polygon by itself: one for a whole continent is more than a renderer takes.
    land: {
      type: 'GeometryCollection',
      geometries: polygons.map(({ code, arcs }) => ({ type: 'Polygon', properties: { code }, arcs })),
    },
    coast: { type: 'MultiLineString', properties: {}, arcs: coast.filter((arc) => used.has(arc)).map((arc) => [take(arc)]) },
    borders: { type: 'GeometryCollection', geometries: [border('settled', settled, []), border('disputed', disputed, hand)] },
  };
  return { type: 'Topology', ...quantized(arcs, QUANTA[scale]), objects };
}

function arcLine(topology: Topology, index: number): Line {
  const line = feature(topology, { type: 'LineString', arcs: [index] } as never) as unknown as {
    geometry: { coordinates: Line };
  };
  return unwrapped(line.geometry.coordinates);
}

/** The package joins what lies on both sides of 180°; such a line goes on beyond it, as maps in the plane want it. */
function unwrapped(line: Line): Line {
  let turn = 0;
  const joined = line.map(([lon, lat], i): [number, number] => {
    const before = line[i - 1]?.[0] ?? lon;
    if (lon - before < -180) turn += 360;
    else if (lon - before > 180) turn -= 360;
    return [lon + turn, lat];
  });
  const mean = joined.reduce((sum, [lon]) => sum + lon, 0) / joined.length;
  return mean < BERING ? joined.map(([lon, lat]) => [lon + 360, lat]) : joined;
}

/** A ring of one arc keeps at least four points. */
function thinned(line: Line, scale: Scale): Line {
  const tolerance = TOLERANCE[scale][isInside(line) ? 'inside' : 'outside'];
  if (line.length < 6 || tolerance === 0) return line;
  const simple = simplify(lineString(line), { tolerance, highQuality: false }).geometry.coordinates as Line;
  const isRing = line[0]![0] === line.at(-1)![0] && line[0]![1] === line.at(-1)![1];
  return isRing && simple.length < 4 ? line : simple;
}

function quantized(arcs: readonly Line[], quanta: number) {
  const scale: [number, number] = [360 / (quanta - 1), 180 / (quanta - 1)];
  const translate: [number, number] = [-180, -90];
  return {
    transform: { scale, translate },
    arcs: arcs.map((line) => {
      let [x, y] = [0, 0];
      const deltas: number[][] = [];
      line.forEach(([lon, lat], i) => {
        const [nx, ny] = [Math.round((lon + 180) / scale[0]), Math.round((lat + 90) / scale[1])];
        const isLast = i === line.length - 1;
        if (i === 0 || nx !== x || ny !== y || (isLast && deltas.length < 2)) deltas.push([nx - x, ny - y]);
        [x, y] = [nx, ny];
      });
      return deltas;
    }),
  };
}
