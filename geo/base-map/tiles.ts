/**
 * The base map as vector tiles (MVT 2), so that no browser has to parse and cut it. The deepest ones have each point of the topology,
 * those farther out what can be seen from there.
 */
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FeatureCollection } from 'geojson';
import { TILE_LAYERS, TILE_MAX_ZOOM, TILE_PATH, type TileLayer } from '../../src/core/geo/base-tiles.ts';
import type { WriteFile } from '../publish/output.ts';

/** Steps along the side of a tile; 16 a pixel, as many as MapLibre keeps. */
const EXTENT = 8192;
/** Steps by which lines reach into the next tile: 8 pixels, as the widest of them have 2. */
const BUFFER = 128;
/** Steps by which a line may depart from its points where it is thinned out: a third of a pixel. */
const TOLERANCE = 5;

/** Writes the tiles of the whole world. Those of the open sea are empty files, so that a missing one is a fault. */
export function writeTiles(write: WriteFile, layers: Record<TileLayer, FeatureCollection>): void {
  const options = { maxZoom: TILE_MAX_ZOOM, indexMaxZoom: TILE_MAX_ZOOM, extent: EXTENT, buffer: BUFFER, tolerance: TOLERANCE };
  const indices = TILE_LAYERS.map((name) => ({ name, index: new GeoJSONVT(layers[name], options) }));
  for (const { z, x, y } of listTiles(TILE_MAX_ZOOM)) {
    const cut = indices.flatMap(({ name, index }) => {
      const tile = index.getTile(z, x, y);
      return tile ? [[name, tile] as const] : [];
    });
    const path = TILE_PATH.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
    write(path, fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: EXTENT }));
  }
}

function* listTiles(deepest: number): Generator<{ z: number; x: number; y: number }> {
  for (let z = 0; z <= deepest; z += 1) {
    for (let x = 0; x < 2 ** z; x += 1) for (let y = 0; y < 2 ** z; y += 1) yield { z, x, y };
  }
}
