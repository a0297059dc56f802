/** The base map of one embed data: fine where the picture looks, coarse elsewhere, as small as the picture allows. */
import { lineString } from '@turf/helpers';
import { simplify } from '@turf/simplify';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { BoundingBox } from '../../src/core/dataset/dataset.ts';
import type { Places } from '../../src/core/dataset/load-base-map.ts';

export interface Topology {
  type: 'Topology';
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: Record<string, { type: string; arcs?: unknown; geometries?: { type: string; arcs: unknown; properties?: unknown }[] }>;
}

export interface Viewport {
  box: BoundingBox;
  /** Degrees that a line may stray in the box. */
  tolerance: number;
}

/** What is looked at when an extent is fitted into a picture of some 700 px, with room round it. */
export function getViewport([west, south, east, north]: BoundingBox): Viewport {
  const span = Math.max(east - west, (north - south) * 1.6, 0.02);
  const room = span * 0.6;
  return { box: [west - room, south - room, east + room, north + room], tolerance: span / 750 };
}

const meets = (line: readonly Position[], [west, south, east, north]: BoundingBox): boolean => {
  const lons = line.map(([lon = 0]) => lon);
  const lats = line.map(([, lat = 0]) => lat);
  return Math.max(...lons) >= west && Math.min(...lons) <= east && Math.max(...lats) >= south && Math.min(...lats) <= north;
};

/** A line with fewer points; what is far from the picture keeps hardly more than its ends. */
export function thinShape(
  line: readonly Position[],
  { box, tolerance }: Viewport,
  outside = Math.max(1.5, tolerance * 8),
): Position[] {
  if (line.length < 3) return [...line];
  const allowed = meets(line, box) ? tolerance : outside;
  return simplify(lineString([...line]), { tolerance: allowed, highQuality: true }).geometry.coordinates;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const digitsOf = ({ tolerance }: Viewport): number => Math.min(4, Math.max(1, Math.ceil(-Math.log10(tolerance))));
export const shortenTopology = (line: readonly Position[], look: Viewport): [number, number][] =>
  line.map(([lon = 0, lat = 0]) => [round(lon, digitsOf(look)), round(lat, digitsOf(look))]);

/** The topology with its arcs thinned, on a grid that suits the picture, without islands too small or too far to be seen. */
export function thinTopology(full: Topology, look: Viewport): Topology {
  const step = 10 ** -digitsOf(look);
  const { scale, translate } = full.transform;
  const lines = full.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const used = new Map<number, number>();
  const arcs: [number, number][][] = [];
  const take = (arc: number): number => {
    const index = arc < 0 ? ~arc : arc;
    let at = used.get(index);
    if (at === undefined) {
      at = arcs.push(deltas(thinShape(lines[index]!, look), step)) - 1;
      used.set(index, at);
    }
    return arc < 0 ? ~at : at;
  };
  const extentOf = (ring: readonly number[]): number => {
    const points = ring.flatMap((arc) => lines[arc < 0 ? ~arc : arc]!);
    const lons = points.map(([lon = 0]) => lon);
    const lats = points.map(([, lat = 0]) => lat);
    return Math.max(Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats));
  };
  const isSeen = (ring: readonly number[]): boolean => {
    const near = ring.some((arc) => meets(lines[arc < 0 ? ~arc : arc]!, look.box));
    return extentOf(ring) > (near ? look.tolerance * 8 : 6);
  };
  const keepArcs = (value: unknown): unknown => (typeof value === 'number' ? take(value) : (value as unknown[]).map(keepArcs));
  const polygons = (geometry: { type: string; arcs: unknown }): number[][][] =>
    geometry.type === 'Polygon' ? [geometry.arcs as number[][]] : (geometry.arcs as number[][][]);
  const objects = Object.fromEntries(
    Object.entries(full.objects).map(([name, object]) => {
      if (!object.geometries) {
        const runs = (object.arcs as number[][]).map((run) => run.filter((arc) => isSeen([arc]))).filter((run) => run.length > 0);
        return [name, { ...object, arcs: keepArcs(runs) }];
      }
      const geometries = object.geometries.flatMap((geometry) => {
        if (!geometry.type.endsWith('Polygon')) {
          const near = flatArcs(geometry.arcs).filter((arc) => meets(lines[arc < 0 ? ~arc : arc]!, look.box));
          return near.length > 0 ? [{ ...geometry, type: 'MultiLineString', arcs: keepArcs(near.map((arc) => [arc])) }] : [];
        }
        return polygons(geometry)
          .filter(([outer]) => outer && isSeen(outer))
          .map((polygon) => ({ ...geometry, type: 'Polygon', arcs: keepArcs(polygon) }));
      });
      return [name, { ...object, geometries }];
    }),
  );
  return {
    type: 'Topology',
    transform: { scale: [step, step], translate: [0, 0] },
    arcs,
    objects: objects as Topology['objects'],
  };
}

const flatArcs = (arcs: unknown): number[] => (typeof arcs === 'number' ? [arcs] : (arcs as unknown[]).flatMap(flatArcs));

function deltas(line: readonly Position[], step: number): [number, number][] {
  let [px, py] = [0, 0];
  return line.flatMap(([lon = 0, lat = 0], i): [number, number][] => {
    const [x, y] = [Math.round(lon / step), Math.round(lat / step)];
    const delta: [number, number] = [x - px, y - py];
    [px, py] = [x, y];
    return i > 0 && i < line.length - 1 && delta[0] === 0 && delta[1] === 0 ? [] : [delta];
  });
}

/** Lakes and rivers that are more than specks in the picture. */
export function thinWaters(waters: Record<string, FeatureCollection>, look: Viewport): Record<string, FeatureCollection> {
  const keep = (collection: FeatureCollection | undefined, least: number): FeatureCollection => ({
    type: 'FeatureCollection',
    features: (collection?.features ?? []).flatMap((feature): Feature[] => {
      const { geometry } = feature;
      if (!('coordinates' in geometry)) return [];
      const lines = linesOf(geometry.coordinates).filter(
        (line) => meets(line, look.box) && sizeOf(line) > look.tolerance * least,
      );
      if (lines.length === 0) return [];
      const coordinates = lines
        .map((line) => shortenTopology(thinShape(line, { ...look, tolerance: look.tolerance * 1.6 }), look))
        .filter((line) => line.length > 3);
      if (coordinates.length === 0) return [];
      return [
        geometry.type.endsWith('Polygon')
          ? {
              type: 'Feature',
              properties: {},
              geometry: { type: 'MultiPolygon', coordinates: coordinates.map((ring) => [ring]) },
            }
          : { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } },
      ];
    }),
  });
  return { lakes: keep(waters['lakes'], 14), rivers: keep(waters['rivers'], 160) };
}

function linesOf(coordinates: unknown): Position[][] {
  const rows = coordinates as unknown[][];
  if (typeof rows[0]?.[0] === 'number') return [coordinates as Position[]];
  return rows.flatMap((row) => linesOf(row));
}

function sizeOf(line: readonly Position[]): number {
  const lons = line.map(([lon = 0]) => lon);
  const lats = line.map(([, lat = 0]) => lat);
  return Math.hypot(Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats));
}

/** Names on the base map that the picture has room for, in English; other languages come by those names. */
export function thinPlaces(places: Places, look: Viewport): Places {
  const [west, south, east, north] = look.box;
  const inside = ({ lon, lat }: { lon: number; lat: number }) => lon > west && lon < east && lat > south && lat < north;
  const zoom = Math.log2(360 / (look.tolerance * 500));
  const english = <R extends { names: Record<string, string> }>(row: R): R =>
    ({ ...row, names: row.names['en'] === undefined ? {} : { en: row.names['en'] } }) as R;
  return {
    countries: places.countries.filter((row) => inside(row) && row.rank < zoom + 1.5).map(english),
    seas: places.seas.filter((row) => inside(row) && row.rank < zoom + 2).map(english),
    towns: places.towns.filter((row) => inside(row) && row.rank < zoom - 1).map(english),
  };
}
