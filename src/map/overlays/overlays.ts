/** What is drawn on the live map by code that is fetched apart. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** `show` is called again with a new style, or where one takes the place of another. */
export interface MapOverlay {
  show(map: MapLibreMap): void;
  /** What is picked at a point of the map, in pixels. */
  pick?(map: MapLibreMap, point: { x: number; y: number }): string | null;
  remove(map: MapLibreMap): void;
}

/** The overlays of one map, one of each kind. */
export class Overlays {
  readonly #map: MapLibreMap;
  readonly #byKind = new Map<string, MapOverlay>();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  /** Puts an overlay in place of the one of its kind, or ends that by null. `isReady`: the map has a style that can be changed. */
  set(overlay: MapOverlay | null, kind: string, isReady: boolean): void {
    const before = this.#byKind.get(kind);
    this.#byKind.delete(kind);
    if (overlay) this.#byKind.set(kind, overlay);
    if (!isReady) return;
    if (overlay) overlay.show(this.#map);
    else before?.remove(this.#map);
  }

  show(): void {
    for (const overlay of this.#byKind.values()) overlay.show(this.#map);
  }

  pick(point: { x: number; y: number }): string | null {
    for (const overlay of this.#byKind.values()) {
      const picked = overlay.pick?.(this.#map, point);
      if (picked) return picked;
    }
    return null;
  }
}
