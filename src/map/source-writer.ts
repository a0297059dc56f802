import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { SourceName } from './sources.ts';
import { TRUSTED } from './style.ts';

/** Gives data to the sources of a map, and shows the layers of those that have any. */
export class SourceWriter {
  readonly #map: MapLibreMap;
  readonly #data = new Map<SourceName, FeatureCollection>();
  /** What MapLibre's worker has not taken in yet. */
  readonly #pending = new Set<Promise<void>>();
  #showsLayers = false;
  #isClosed = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  async set(name: SourceName, data: FeatureCollection): Promise<void> {
    const source = this.#isClosed ? undefined : this.#map.getSource<GeoJSONSource>(name);
    if (!source) return;
    this.#data.set(name, data);
    const done = source.setData(data).then(() => {
      this.#pending.delete(done);
      if (this.#data.get(name) === data && this.#showsLayers) this.#showLayers(name, data);
    });
    this.#pending.add(done);
    await done;
  }

  /** Resolves once all data that were given so far have been taken in. */
  async waitForAll(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /** Until then no layer is shown, as each makes the frames of a globe longer. */
  showLayers(): void {
    if (this.#isClosed) return;
    this.#showsLayers = true;
    for (const [name, data] of this.#data) this.#showLayers(name, data);
  }

  /** The map has no style any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Layers without data are hidden: MapLibre would make tiles of nothing and mask each of them in every frame. */
  #showLayers(name: SourceName, { features }: FeatureCollection): void {
    if (this.#isClosed) return;
    const visibility = features.length > 0 ? 'visible' : 'none';
    for (const id of this.#map.getLayersOrder()) {
      if (this.#map.getLayer(id)?.source !== name || this.#map.getLayoutProperty(id, 'visibility') === visibility) continue;
      this.#map.setLayoutProperty(id, 'visibility', visibility, TRUSTED);
    }
  }
}
