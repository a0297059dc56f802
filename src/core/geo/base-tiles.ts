/** The base map as vector tiles: where they stand in the dataset and what is in them. */

export const TILE_PATH = 'tiles/base/{z}/{x}/{y}.pbf';
/** The deepest tiles show all that the base map at 1:50 million has. */
export const TILE_MAX_ZOOM = 3;
export const TILE_LAYERS = ['land', 'coast', 'settled', 'disputed', 'lake', 'river'] as const;
export type TileLayer = (typeof TILE_LAYERS)[number];
