/** Geometries as what most formats have: points, and lines of one or more parts. */
import type { Geometry, Position } from 'geojson';

export interface FlatGeometry {
  points: Position[];
  lines: Position[][];
  rings: Position[][][];
}

/** Does not call itself: collections may lie in each other. */
export function flattenGeometry(geometry: Geometry): FlatGeometry {
  const flat: FlatGeometry = { points: [], lines: [], rings: [] };
  const open: Geometry[] = [geometry];
  for (let next = open.pop(); next; next = open.pop()) {
    switch (next.type) {
      case 'Point':
        flat.points.push(next.coordinates);
        break;
      case 'MultiPoint':
        flat.points.push(...next.coordinates);
        break;
      case 'LineString':
        flat.lines.push(next.coordinates);
        break;
      case 'MultiLineString':
        flat.lines.push(...next.coordinates);
        break;
      case 'Polygon':
        flat.rings.push(next.coordinates);
        break;
      case 'MultiPolygon':
        flat.rings.push(...next.coordinates);
        break;
      case 'GeometryCollection':
        open.push(...next.geometries.toReversed());
    }
  }
  return flat;
}
