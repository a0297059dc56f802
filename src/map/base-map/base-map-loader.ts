import type { Feature, FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { AtlasError } from '../../core/dataset/errors.ts';
import { type BaseMapData, loadPlaces, loadShapes, type Places, type Shapes } from '../../core/dataset/load/load-base-map.ts';
import type { Lang } from '../../core/dataset/enums.ts';
import { loadBytes, type LoadOptions } from '../../core/dataset/load/load.ts';
import { TOWN_ZOOM } from '../../core/style/drawing.ts';
import type { Palette } from '../../core/style/palette.ts';
import { mergeCollections } from '../../core/style/features.ts';
import { collect, EMPTY } from '../../core/geo/feature-collection.ts';
import { buildGroundLayers } from '../layers/base-layers.ts';
import type { MapOptions } from '../options.ts';
import { TILES } from '../sources.ts';
import type { NamedPlaces } from '../state-changes.ts';
import type { BaseTiles } from './tiles.ts';

/** Zooms before `TOWN_ZOOM` at which names of towns are given to the map: they are half of what it would open with. */
const AHEAD = 0.4;

export interface BaseMapHandlers extends Pick<MapOptions, 'onError'> {
  onPlaces(): void;
  /** Land and borders at 1:10 million; resolves once they are on the map. */
  onDetail(features: FeatureCollection): Promise<void>;
}

/** Borders have a kind of their own: settled or disputed. */
const listShapes = ({ land, coast, borders = EMPTY }: Shapes): Feature[] => [
  ...mergeCollections({ land, coast }).features,
  ...borders.features,
];

/** Land, borders and waters of a small base map, in one source: each source adds to every frame. */
export const listSmallShapes = ({ scale50m, waters }: BaseMapData): FeatureCollection =>
  collect([...listShapes(scale50m), ...mergeCollections({ lake: waters.lakes, river: waters.rivers }).features]);

/** Fetches the files of the base map that are no tiles. What cannot be had is reported with a way to try it again; the rest goes on. */
export class BaseMapLoader {
  readonly #base: string;
  #lang: Lang;
  readonly #handlers: BaseMapHandlers;
  readonly #options: LoadOptions & { signal: AbortSignal };
  #places: Places | null = null;
  #hasTowns = false;
  #detail: Promise<void> | null = null;

  /**
   * @param base address of the dataset, with a slash at its end
   * @param places those of a small base map
   */
  constructor(
    { base, lang }: Pick<MapOptions, 'base' | 'lang'>,
    signal: AbortSignal,
    places: Places | null,
    handlers: BaseMapHandlers,
  ) {
    this.#base = base;
    this.#lang = lang;
    this.#handlers = handlers;
    this.#options = { fetch: globalThis.fetch.bind(globalThis), signal };
    this.#places = places;
  }

  get named(): NamedPlaces {
    return { places: this.#places, hasTowns: this.#hasTowns };
  }

  /** True where the map has come as near as to name towns, for the first time. */
  findTowns(zoom: number): boolean {
    if (this.#hasTowns || zoom < TOWN_ZOOM - AHEAD) return false;
    this.#hasTowns = true;
    return true;
  }

  /** Fetches names of another language. */
  setLanguage(lang: Lang): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    void this.loadPlaces();
  }

  loadPlaces(): Promise<void> {
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
      const shapes = await loadShapes(`${this.#base}base/10m.json`, this.#options);
      await this.#handlers.onDetail(collect(listShapes(shapes)));
    });
    return this.#detail;
  }

  /** The tiles of the base map. */
  createTiles(Tiles: typeof BaseTiles): BaseTiles {
    return new Tiles({
      name: TILES,
      load: (path, signal) =>
        loadBytes(this.#base + path, { ...this.#options, signal: AbortSignal.any([signal, this.#options.signal]) }),
      onMissing: (error, retry) => {
        if (this.#options.signal.aborted || !(error instanceof AtlasError)) return;
        // One tile or all of them is the same to a reader.
        this.#handlers.onError(new AtlasError(error.code, { ...error.params, file: 'tiles/base' }), retry);
      },
    });
  }

  /** Draws a map that began with a small base map on tiles. */
  replaceSmall(map: MapLibreMap, Tiles: typeof BaseTiles, palette: Palette): void {
    const small = buildGroundLayers('small', palette).map(({ id }) => id);
    this.createTiles(Tiles).replace(map, { source: 'small', layers: small }, buildGroundLayers(TILES, palette));
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
