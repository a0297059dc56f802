import type { Feature, FeatureCollection } from 'geojson';
import { AtlasError } from '../../core/dataset/errors.ts';
import {
  type BaseMapData,
  loadPlaces,
  loadShapes,
  loadWaters,
  type Places,
  type Shapes,
  type Waters,
} from '../../core/dataset/load/load-base-map.ts';
import type { Lang } from '../../core/dataset/enums.ts';
import type { LoadOptions } from '../../core/dataset/load/load.ts';
import { mergeCollections } from '../../core/style/features.ts';
import { EMPTY } from '../../core/geo/feature-collection.ts';
import type { MapOptions } from '../options.ts';

export interface BaseMapHandlers extends Pick<MapOptions, 'onError'> {
  /** Land, borders and waters, as far as they have come. */
  onShapes(features: FeatureCollection): void;
  onPlaces(): void;
  /** Land and borders at 1:10 million; resolves once they are on the map. */
  onDetail(features: FeatureCollection): Promise<void>;
}

/** Borders have a kind of their own: settled or disputed. */
const listShapes = ({ land, coast, borders = EMPTY }: Shapes): Feature[] => [
  ...mergeCollections({ land, coast }).features,
  ...borders.features,
];

/** Fetches the base map file by file. What cannot be had is reported with a way to try it again; the rest goes on. */
export class BaseMapLoader {
  readonly #base: string;
  #lang: Lang;
  readonly #handlers: BaseMapHandlers;
  readonly #options: LoadOptions & { signal: AbortSignal };
  #shapes: Shapes | null = null;
  #waters: Waters | null = null;
  #places: Places | null = null;
  #detail: Promise<void> | null = null;
  /** Each file of `load` has come or failed. */
  #isThrough = false;

  /** @param base address of the dataset, with a slash at its end */
  constructor(base: string, lang: Lang, signal: AbortSignal, handlers: BaseMapHandlers) {
    this.#base = base;
    this.#lang = lang;
    this.#handlers = handlers;
    this.#options = { fetch: globalThis.fetch.bind(globalThis), signal };
  }

  get places(): Places | null {
    return this.#places;
  }

  /** What there is of land, borders and waters, in one source: each source adds to every frame. Null where nothing has come. */
  get shapes(): FeatureCollection | null {
    if (!this.#shapes && !this.#waters) return null;
    const shapes = this.#shapes ? listShapes(this.#shapes) : [];
    const waters = this.#waters ? mergeCollections({ lake: this.#waters.lakes, river: this.#waters.rivers }).features : [];
    return { type: 'FeatureCollection', features: [...shapes, ...waters] };
  }

  /** Begins with a small base map, which serves for all zooms until the full one is there. */
  take({ scale50m, waters, places }: BaseMapData): void {
    this.#shapes = scale50m;
    this.#waters = waters;
    this.#places = places;
  }

  /** Shapes are reported once, when all files have come or failed: each report makes MapLibre's worker cut all of them anew. */
  async load(): Promise<void> {
    await Promise.all([
      this.#attempt(async () => {
        this.#shapes = await loadShapes(this.#resolve('50m'), this.#options);
        if (this.#isThrough) this.#reportShapes();
      }),
      this.#attempt(async () => {
        this.#waters = await loadWaters(this.#resolve('waters'), this.#options);
        if (this.#isThrough) this.#reportShapes();
      }),
      this.#loadPlaces(),
    ]);
    this.#isThrough = true;
    this.#reportShapes();
  }

  /** Fetches names of another language. */
  setLanguage(lang: Lang): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    void this.#loadPlaces();
  }

  #loadPlaces(): Promise<void> {
    const lang = this.#lang;
    return this.#attempt(async () => {
      const places = await loadPlaces(this.#base, [lang], this.#options);
      // The reader may have chosen yet another language.
      if (lang !== this.#lang) return;
      this.#places = places;
      this.#handlers.onPlaces();
    });
  }

  /** The finer coast and borders, fetched once. */
  loadDetail(): Promise<void> {
    this.#detail ??= this.#attempt(async () => {
      const shapes = await loadShapes(this.#resolve('10m'), this.#options);
      await this.#handlers.onDetail({ type: 'FeatureCollection', features: listShapes(shapes) });
    });
    return this.#detail;
  }

  #resolve(name: string): string {
    return new URL(`base/${name}.json`, this.#base).href;
  }

  #reportShapes(): void {
    const { shapes } = this;
    if (shapes) this.#handlers.onShapes(shapes);
  }

  async #attempt(load: () => Promise<void>): Promise<void> {
    try {
      await load();
    } catch (error) {
      if (this.#options.signal.aborted) return;
      if (!(error instanceof AtlasError)) throw error;
      this.#handlers.onError(error, () => void this.#attempt(load));
    }
  }
}
