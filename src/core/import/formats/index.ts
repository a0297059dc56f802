/** All formats of files with routes. A new one is a file beside this and a row here; the first that knows a file reads it. */
import { archive } from './archive.ts';
import { csv } from './csv.ts';
import { fit } from './fit.ts';
import { flatgeobuf } from './flatgeobuf.ts';
import type { ImportFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { osm } from './osm.ts';
import { polyline } from './polyline.ts';
import { shapefile } from './shapefile.ts';
import { tcx } from './tcx.ts';
import { topojson } from './topojson.ts';
import { wkt } from './wkt.ts';

export const FORMATS: readonly ImportFormat[] = [
  archive,
  fit,
  flatgeobuf,
  shapefile,
  osm,
  topojson,
  geojson,
  gpx,
  kml,
  tcx,
  wkt,
  polyline,
  csv,
];
