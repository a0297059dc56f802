/** Areas of a topology and the arcs that they are made of. */
import type { GeoJsonProperties, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject, LineString, MultiPolygon, Polygon, Topology } from 'topojson-specification';

export type Area = Polygon<GeoJsonProperties> | MultiPolygon<GeoJsonProperties>;

export const isArea = (geometry: GeometryObject<GeoJsonProperties>): geometry is Area =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** Rings of arcs, for each polygon. */
export const listPolygons = (area: Area): number[][][] => (area.type === 'Polygon' ? [area.arcs] : area.arcs);

/** The place of an arc among all; one that is run backwards is its complement. */
export const getIndex = (arc: number): number => (arc < 0 ? ~arc : arc);

/** Positions of one arc, degrees. */
export function readArc(topology: Topology, index: number): Position[] {
  const { geometry } = feature(topology, { type: 'LineString', arcs: [index] } satisfies LineString);
  return geometry.coordinates;
}
