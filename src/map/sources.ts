/** The sources of the live map that are given data, and how MapLibre cuts them into tiles. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import { EMPTY } from '../core/geo/feature-collection.ts';

/** `small`: what a map has until there are tiles; each source adds to every frame, so other maps do not have it. */
const BASE_SOURCES = ['small', '10m', 'names'] as const;
const NETWORK_SOURCES = ['areas', 'parallelLines', 'imported', 'compared', 'hovered', 'selected', 'nodes', 'lineNames'] as const;
export const SOURCES = [...BASE_SOURCES, ...NETWORK_SOURCES] as const;
export type SourceName = (typeof SOURCES)[number];
/** The source of vector tiles. */
export const TILES = '50m';

/** Sources that names or symbols are drawn from: these reach further into the next tile than any line. */
const LETTERED: ReadonlySet<SourceName> = new Set<SourceName>(['names', 'nodes', 'areas', 'compared', 'lineNames']);
/** Pixels round a tile: as far as the widest line reaches. A globe's frame takes the longer, the more is drawn twice. */
const LINE_MARGIN = 32;

export const createSource = (name: SourceName, data: FeatureCollection = EMPTY): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  tolerance: 0.3,
  // Names that are cut are told apart by it.
  ...(LETTERED.has(name) ? { generateId: true } : { buffer: LINE_MARGIN }),
});
