declare module 'shpjs' {
  import type { FeatureCollection, Geometry } from 'geojson';

  type Row = Record<string, unknown>;
  export function parseShp(shp: Uint8Array, prj?: string): Geometry[];
  export function parseDbf(dbf: Uint8Array, cpg?: string): Row[];
  export function combine(parts: [Geometry[], Row[]]): FeatureCollection;
}
