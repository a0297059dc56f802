/** A provider's tiles over the base map and under the network. Fetched when a reader has agreed to ask the provider. */
import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import type { Provider } from '../../core/style/providers.ts';
import type { MapOverlay } from '../overlays/overlays.ts';

const ID = 'online';
/** Tiles that fail before the provider counts as out of reach. */
const MOST_FAILURES = 2;

export class OnlineTiles implements MapOverlay {
  readonly #provider: Provider;
  readonly #onFailed: () => void;
  #failures = 0;

  /** @param onFailed is called when the tiles have been removed, as they do not come */
  constructor(provider: Provider, onFailed: () => void) {
    this.#provider = provider;
    this.#onFailed = onFailed;
  }

  show(map: MapLibreMap): void {
    this.remove(map);
    this.#failures = 0;
    const { tiles, maxzoom, credit } = this.#provider;
    map.addSource(ID, { type: 'raster', tiles: [tiles], tileSize: 256, maxzoom, attribution: credit });
    map.addLayer({ id: ID, type: 'raster', source: ID }, 'areas');
    map.on('error', this.#countFailure);
  }

  remove(map: MapLibreMap): void {
    map.off('error', this.#countFailure);
    if (map.getLayer(ID)) map.removeLayer(ID);
    if (map.getSource(ID)) map.removeSource(ID);
  }

  readonly #countFailure = (event: ErrorEvent): void => {
    // MapLibre names the source in the errors of its tiles only.
    if (!('sourceId' in event) || event.sourceId !== ID) return;
    this.#failures += 1;
    if (this.#failures < MOST_FAILURES) return;
    this.remove(event.target as MapLibreMap);
    this.#onFailed();
  };
}
