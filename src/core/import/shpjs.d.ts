/** What is used of shpjs, which has no types of its own; those of others are of an older version. */
declare module 'shpjs' {
  import type { FeatureCollection, Geometry } from 'geojson';

  type Row = Record<string, unknown>;
  export function parseShp(shp: Uint8Array, prj: string): Geometry[];
  export function parseDbf(dbf: Uint8Array, cpg: string): Row[];
  export function combine(parts: [Geometry[], Row[]]): FeatureCollection;
}
