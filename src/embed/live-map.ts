/** The live map of an embed. Fetched when it is wanted, with MapLibre. */
import { type ComparedLine, computeComparedLines } from '../core/compare/compared-lines.ts';
import type { ComparedRow } from '../core/compare/comparison.ts';
import { type Atlas, findFeature } from '../core/dataset/dataset.ts';
import { findFeatureName } from '../core/dataset/feature-name.ts';
import { findPlaces, fitCamera, getEdges, sampleLine, WORLD } from '../core/geo/camera.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { restrictToRoutes, findShownRoutes } from '../core/embed/shown-routes.ts';
import type { Theme } from '../core/style/palette.ts';
import type { BoundingBox } from '../core/geo/bounding-box.ts';
import type { Position } from '../core/dataset/model.ts';
import { AtlasMap } from '../map/atlas-map.ts';
import type { MapOverlay } from '../map/overlays/overlays.ts';
import type { MapOptions } from '../map/options.ts';
import type { Camera } from '../core/geo/projection.ts';
import type { LineNames } from '../core/style/line-names.ts';
import { formatLineNames } from '../i18n/names/line-names.ts';
import { buildMapLocale } from '../i18n/map-locale.ts';
import type { Translator } from '../i18n/translate.ts';
import { type EmbedData, loadEmbedData, loadFullData } from './data.ts';
import { type EmbedState, getFilters, isMix } from './state.ts';

export interface LiveOptions {
  root: string;
  container: HTMLElement;
  theme: Theme;
  reducedMotion: boolean;
  controls: NonNullable<MapOptions['controls']>;
  /** The camera of the picture that the map takes the place of. */
  camera: MapOptions['camera'] | null;
  onSelect(id: string | null): void;
  onMove: MapOptions['onMove'];
  onLive(): void;
  /** The map can draw no more. */
  onLost(error: AtlasError): void;
}

/** Pixels kept free round what is fitted, so that the names of its ends have room. */
const ROOM = { top: 34, right: 50, bottom: 34, left: 50 };

const getLocale = (tr: Translator): Record<string, string> => ({
  ...buildMapLocale(tr),
  'CooperativeGesturesHandler.WindowsHelpText': tr.t('embed.gestureKeys'),
  'CooperativeGesturesHandler.MacHelpText': tr.t('embed.gestureKeysMac'),
  'CooperativeGesturesHandler.MobileHelpText': tr.t('embed.gestureTouch'),
});

/** What is compared, with the names of its items. */
interface Comparing {
  rows: readonly ComparedRow[];
  getName(text: string): string;
}

export class LiveMap {
  readonly #options: LiveOptions;
  readonly #map: AtlasMap;
  readonly #tip: HTMLElement;
  #data: EmbedData;
  #state: EmbedState;
  readonly #comparison: Comparing | null;
  /** Built once: the map draws what differs. */
  readonly #compared: readonly ComparedLine[];
  #hovered: string | null = null;
  /** Those of the language that the map was made in; with another one it is made again. */
  readonly #lineNames: LineNames;
  #full: Promise<void> | null = null;
  /** The atlas of the last state; kept until other routes are shown, as the map draws what differs. */
  #restricted: { key: string; atlas: Atlas } | null = null;

  /** Throws an `AtlasError` where a file cannot be had, and whatever MapLibre throws where there is no WebGL. */
  static async start(state: EmbedState, options: LiveOptions): Promise<LiveMap> {
    const data = await loadEmbedData(options.root, state);
    if (state.compare.length === 0) return new LiveMap(data, state, options);
    const { loadComparison, getRowName } = await import('./compare.ts');
    const { atlas, rows, baseMap } = await loadComparison(options.root, state.compare, state.lang);
    return new LiveMap({ ...data, atlas, baseMap }, state, options, {
      rows,
      getName: (text) => getRowName(atlas, data.tr, text),
    });
  }

  constructor(data: EmbedData, state: EmbedState, options: LiveOptions, comparison: Comparing | null = null) {
    const { container, root, theme, reducedMotion, controls } = options;
    this.#options = options;
    this.#data = data;
    this.#state = state;
    this.#comparison = comparison;
    this.#lineNames = formatLineNames(data.tr, data.atlas);
    this.#compared = computeComparedLines(comparison?.rows ?? []);
    this.#tip = Object.assign(document.createElement('div'), { className: 'tip', hidden: true });
    this.#map = new AtlasMap({
      container,
      base: `${root}data/`,
      lang: state.lang,
      theme,
      locale: getLocale(data.tr),
      camera: state.camera ?? options.camera ?? this.#findCamera(container),
      reducedMotion,
      padding: ROOM,
      // The page has it below the map.
      credit: '',
      controls,
      cooperative: true,
      baseMap: {
        data: data.baseMap,
        loadTiles: async () => (await import('../map/base-map/tiles.ts')).BaseTiles,
      },
      systemFonts: true,
      // A compared section or path has no page of its own.
      onSelect: (id) => options.onSelect(id?.includes(':') ? null : id),
      onHover: (id, at) => this.#hover(id, at),
      onMove: options.onMove,
      onLive: options.onLive,
      onError: (error) => console.warn(error),
      onExplore: () => void this.#explore(),
      onLost: options.onLost,
      // The page has gone back to the picture; the reader may start a new one.
      onRestored: () => undefined,
    });
    container.append(this.#tip);
    this.show(state);
  }

  show(state: EmbedState): void {
    this.#state = state;
    const { lang, places, select, theme } = state;
    if (select !== null && !findFeature(this.#data.atlas, select)) void this.#explore();
    this.#map.show({
      atlas: this.#restrictAtlas(),
      lang,
      theme,
      filters: getFilters(state),
      selected: select,
      marked: places,
      hovered: this.#hovered,
      lineNames: this.#lineNames,
      compared: this.#compared,
      highlightedPath: null,
      imported: [],
    });
  }

  /** Brings a feature, an extent or all that is shown into view. */
  async fit(target: string | BoundingBox | null): Promise<void> {
    if (typeof target === 'string' && !findFeature(this.#data.atlas, target)) await this.#explore();
    const places = Array.isArray(target) ? getEdges(target) : this.#findPlaces(target);
    if (places.length > 0) this.#map.fit(places);
  }

  /** Name of a feature in the language of the embed; null where there is no such feature. */
  getName(id: string): string | null {
    if (id.includes(':')) return this.#comparison?.getName(id) ?? null;
    const found = findFeature(this.#data.atlas, id);
    if (!found || found.kind === 'event' || found.kind === 'claim') return null;
    return findFeatureName(this.#data.atlas, id, this.#state.lang);
  }

  get translator(): Translator {
    return this.#data.tr;
  }

  setOverlay(overlay: MapOverlay | null): void {
    this.#map.setOverlay(overlay);
  }

  /** Gives the WebGL context back. */
  remove(): void {
    this.#map.remove();
    this.#options.container.replaceChildren();
  }

  #restrictAtlas(): Atlas {
    const shown = findShownRoutes(this.#data.atlas, this.#state);
    const key = shown.join();
    if (this.#restricted?.key !== key) this.#restricted = { key, atlas: restrictToRoutes(this.#data.atlas, shown) };
    return this.#restricted.atlas;
  }

  #findPlaces(id: string | null): Position[] {
    const { atlas } = this.#data;
    if (id !== null) return findPlaces(atlas, id);
    if (this.#comparison && this.#comparison.rows.length > 0) {
      return this.#comparison.rows.flatMap(({ line }) => sampleLine(line));
    }
    const { page, places } = this.#state;
    const ofPage = page === null || isMix(this.#state) ? [] : findPlaces(atlas, page);
    return ofPage.length > 0
      ? ofPage
      : [...findShownRoutes(atlas, this.#state), ...places].flatMap((id) => findPlaces(atlas, id));
  }

  #findCamera({ clientWidth: width, clientHeight: height }: HTMLElement): Camera {
    const places = this.#findPlaces(null);
    return places.length > 0 && width > 0 ? fitCamera(places, { width, height }, { padding: ROOM }) : WORLD;
  }

  #hover(id: string | null, at: { x: number; y: number } | null): void {
    const name = id === null ? null : this.getName(id);
    this.#tip.hidden = !name || !at;
    this.#tip.textContent = name ?? '';
    if (at) this.#tip.style.transform = `translate(${String(at.x + 12)}px, ${String(at.y + 12)}px)`;
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.show(this.#state);
  }

  /** From here on with the dataset itself; without it the embed data goes on. */
  #explore(): Promise<void> {
    this.#full ??= this.#loadFull();
    return this.#full;
  }

  async #loadFull(): Promise<void> {
    try {
      this.#data = { ...this.#data, atlas: await loadFullData(this.#options.root) };
      this.#restricted = null;
      this.show(this.#state);
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      console.warn(error);
    }
  }
}
