/** The sources of the live map that are given data, and how MapLibre cuts them into tiles. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import { EMPTY } from '../core/geo/feature-collection.ts';

/**
 * `small`: what a map has until there are tiles; each source adds to every frame, so other maps do not have it. `labels`: all names but
 * those of towns and areas, as MapLibre asks for the letters of each tile of each source.
 */
const FIRST_SOURCES = ['small', 'areas', 'parallelLines', 'labels'] as const;
/** Those that a map gets with their layers when there is something to draw: most maps open without. */
const LATE_SOURCES = ['10m', 'towns', 'imported', 'compared', 'hovered', 'selected'] as const;
export const SOURCES = [...FIRST_SOURCES, ...LATE_SOURCES] as const;
export type SourceName = (typeof SOURCES)[number];
export const isLate = (name: string): boolean => LATE_SOURCES.some((one) => one === name);
/** The source of vector tiles. */
export const TILES = '50m';

/** Sources that names or symbols are drawn from: these reach further into the next tile than any line. */
const LETTERED: ReadonlySet<SourceName> = new Set<SourceName>(['labels', 'towns', 'areas', 'compared']);
/** Pixels round a tile: as far as the widest line reaches. A globe's frame takes the longer, the more is drawn twice. */
const LINE_MARGIN = 32;

export const createSource = (name: SourceName, data: FeatureCollection = EMPTY): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  tolerance: 0.3,
  // Names that are cut are told apart by it.
  ...(LETTERED.has(name) ? { generateId: true } : { buffer: LINE_MARGIN }),
});
