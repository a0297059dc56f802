import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { createSource, isLate, type SourceName } from './sources.ts';
import { TRUSTED } from './style.ts';

/** Gives data to the sources of a map, and shows the layers of those that have any. */
export class SourceWriter {
  readonly #map: MapLibreMap;
  readonly #listLayers: () => readonly LayerSpecification[];
  readonly #data = new Map<SourceName, FeatureCollection>();
  /** What MapLibre's worker has not taken in yet. */
  readonly #pending = new Set<Promise<void>>();
  #isClosed = false;

  /** @param listLayers all layers that the map can have, from the bottom up, in the colours of its theme */
  constructor(map: MapLibreMap, listLayers: () => readonly LayerSpecification[]) {
    this.#map = map;
    this.#listLayers = listLayers;
  }

  async set(name: SourceName, data: FeatureCollection): Promise<void> {
    if (this.#isClosed) return;
    const source = this.#map.getSource<GeoJSONSource>(name);
    const isNew = !source && isLate(name) && data.features.length > 0;
    if (!source && !isNew) return;
    this.#data.set(name, data);
    const done = (source ? source.setData(data) : this.#add(name, data)).then(() => {
      this.#pending.delete(done);
      if (this.#data.get(name) === data) this.#showLayers(name, data);
    });
    this.#pending.add(done);
    await done;
  }

  /** Resolves once all data that were given so far have been taken in. */
  async waitForAll(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /** The map has no style any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Adds a source with its data, and its layers each below the next one that the map has. */
  async #add(name: SourceName, data: FeatureCollection): Promise<void> {
    const map = this.#map;
    map.addSource(name, createSource(name, data));
    const all = this.#listLayers();
    all.forEach((layer, i) => {
      if (!('source' in layer) || layer.source !== name) return;
      map.addLayer(layer, all.slice(i + 1).find(({ id }) => map.getLayer(id))?.id);
    });
    await map.getSource<GeoJSONSource>(name)?.load();
  }

  /** Layers without data are hidden: MapLibre would make tiles of nothing and mask each of them in every frame. */
  #showLayers(name: SourceName, { features }: FeatureCollection): void {
    if (this.#isClosed) return;
    const visibility = features.length > 0 ? 'visible' : 'none';
    for (const id of this.#map.getLayersOrder()) {
      const now: unknown = this.#map.getLayoutProperty(id, 'visibility') ?? 'visible';
      if (this.#map.getLayer(id)?.source !== name || now === visibility) continue;
      this.#map.setLayoutProperty(id, 'visibility', visibility, TRUSTED);
    }
  }
}
