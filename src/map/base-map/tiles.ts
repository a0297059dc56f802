/**
 * The vector tiles of the base map. Code of its own, as an embed needs them only when a reader moves its map; what it shares with the rest
 * is handed to it, since bundlers would cut that into more files.
 */
import { addProtocol, type LayerSpecification, type Map as MapLibreMap, type VectorSourceSpecification } from 'maplibre-gl';
import { TILE_MAX_ZOOM, TILE_PATH } from '../../core/geo/base-tiles.ts';

const PROTOCOL = 'base-map';

export interface TileOptions {
  /** Name of the source. */
  name: string;
  /** Fetches a tile by its path in the dataset, within the time that the page gives any file: MapLibre has no limit. */
  load: (path: string, signal: AbortSignal) => Promise<ArrayBuffer>;
  /** A tile has not come. */
  onMissing: (error: unknown, retry: () => void) => void;
}

export class BaseTiles {
  readonly source: VectorSourceSpecification = {
    type: 'vector',
    tiles: [`${PROTOCOL}://${TILE_PATH}`],
    maxzoom: TILE_MAX_ZOOM,
  };
  readonly #name: string;
  /** The one whose style has the source. */
  #map: MapLibreMap | null = null;
  #areMissing = false;

  constructor({ name, load, onMissing }: TileOptions) {
    this.#name = name;
    addProtocol(PROTOCOL, async ({ url }, { signal }) => {
      try {
        return { data: await load(url.slice(`${PROTOCOL}://`.length), signal) };
      } catch (error) {
        if (!signal.aborted) {
          this.#areMissing = true;
          onMissing(error, () => {
            this.#areMissing = false;
            this.#map?.refreshTiles(this.#name);
          });
        }
        throw error;
      }
    });
  }

  attach(map: MapLibreMap): void {
    this.#map = map;
    map.on('remove', () => {
      this.#map = null;
    });
  }

  /** Puts layers of tiles in place of those of a source, once all tiles have come: no reader sees a map without land. */
  replace(map: MapLibreMap, before: { source: string; layers: readonly string[] }, layers: readonly LayerSpecification[]): void {
    this.attach(map);
    map.addSource(this.#name, this.source);
    for (const layer of layers) map.addLayer(layer, before.layers[0]);
    const remove = (): void => {
      if (this.#areMissing || !this.#map) return;
      map.off('idle', remove);
      for (const id of before.layers) map.removeLayer(id);
      map.removeSource(before.source);
    };
    map.on('idle', remove);
  }
}
