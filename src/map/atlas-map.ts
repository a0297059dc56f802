/** The live map: MapLibre with the atlas on it, told what to show and telling what was picked. Knows no page. */
import {
  AttributionControl,
  FullscreenControl,
  type GeoJSONSource,
  Map as MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, FeatureCollection } from 'geojson';
import { type Atlas, computeBounds, computeLegBounds } from '../core/dataset/dataset.ts';
import { AtlasError } from '../core/dataset/errors.ts';
import { escapeText } from '../core/url/escape.ts';
import type { Leg } from '../core/routing/graph.ts';
import type { Lang, Position } from '../core/dataset/model.ts';
import { getImportedKey } from '../core/import/routes/route-id.ts';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import type { Coinciding } from '../core/geo/camera.ts';
import type { Camera, Filters } from '../core/url/view.ts';
import {
  type BaseMapData,
  loadPlaces,
  loadShapes,
  loadWaters,
  type Places,
  buildPlaceLabels,
  type Shapes,
  type Waters,
} from '../core/dataset/load-base-map.ts';
import { DETAIL_ZOOM, DIMMED } from '../core/style/drawing.ts';
import {
  buildAreaFeatures,
  EMPTY,
  buildEventFeatures,
  buildNodeFeatures,
  buildOutline,
  buildImportedFeatures,
  type ImportedLine,
  buildLineFeatures,
  mergeCollections,
  buildHighlightedPath,
} from '../core/style/features.ts';
import { type ComparedLine, buildComparedFeatures } from '../core/compare/compared-lines.ts';
import type { Drawing } from './drawing.ts';
import { addIcons } from './icons.ts';
import { LINE_LAYERS } from './layers/network-layers.ts';
import { isDragging, pickFeatureAt } from './pick.ts';
import type { Provider } from '../core/style/providers.ts';
import { LAYERS_50M } from './layers/base-layers.ts';
import { addOnlineTiles, removeOnlineTiles } from './online.ts';
import { type SourceName, SOURCES } from './sources.ts';
import { buildLayers, buildStyle } from './style.ts';

setWorkerUrl(workerUrl);

export type Bounds = [west: number, south: number, east: number, north: number];

/** What the page lays over the map on its edges, in pixels. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface MapOptions {
  container: HTMLElement;
  /** Address of the dataset, with a slash at its end. */
  base: string;
  theme: Theme;
  /** Words of the controls, by MapLibre's keys. */
  locale: Record<string, string>;
  /** Where to start: a camera, an extent to fit, or the look of a picture that the map takes over from. */
  camera: Camera | Bounds | Coinciding;
  reducedMotion: boolean;
  padding: Padding;
  /** Whose data the map shows. */
  credit: string;
  /** Buttons and signs on the map; all where nothing is said. */
  controls?: readonly ('zoom' | 'fullscreen' | 'scale')[];
  /** Scrolling and dragging with one finger move the page, not the map. */
  cooperative?: boolean;
  /** A small base map to begin with; the full one is fetched when the reader moves the map. */
  baseMap?: BaseMapData;
  /** Draws names with the fonts of the machine and fetches none. */
  systemFonts?: boolean;
  /** The reader has moved the map for the first time. */
  onExplore?(): void;
  onSelect(id: string | null): void;
  onHover(id: string | null, at: { x: number; y: number } | null): void;
  onMove(camera: Camera): void;
  /** Everything has been drawn for the first time. */
  onLive(): void;
  /** A file of the base map, or the online one, could not be had; the map goes on without it. */
  onError(error: AtlasError, retry: () => void): void;
  /** The map can draw no more: `graphics-lost` or `no-worker`. A new one may take its place. */
  onLost(error: AtlasError): void;
  /** The graphics are there again: now a new one can take its place. */
  onRestored(): void;
}

/** What the map shows of the atlas. */
export interface MapState {
  atlas: Atlas;
  lang: Lang;
  theme: Theme;
  filters: Filters;
  selected: string | null;
  /** A feature, or the text of one of the compared. */
  hovered: string | null;
  /** Readers' own routes. */
  imported: readonly ImportedLine[];
  /** Lines that stand out while the others step back. */
  compared: readonly ComparedLine[];
  /** A way, in the order of travel, that is shown in place of the selection. */
  highlightedPath: readonly Leg[] | null;
}

/** Layers by their source. */
const layersOf = (name: SourceName): string[] =>
  buildLayers('light').flatMap((layer) => ('source' in layer && layer.source === name ? [layer.id] : []));
const LAYERS_OF = Object.fromEntries(SOURCES.map((name) => [name, layersOf(name)])) as Record<SourceName, string[]>;

/** MapLibre's error where the file of its worker does not come, or the browser's where it forbids workers. */
const isNoWorker = (error: { message: string }): boolean =>
  error.message.startsWith('Worker failed to load') || (error instanceof DOMException && error.name === 'SecurityError');

/** Degrees from which an extent is so wide that only its oceans come to lie below what covers the map at its side. */
const WHOLE = 60;

/** What is covered, and a margin; the margin alone where little would be left. */
function roomFor([west, , east]: Bounds, { clientWidth, clientHeight }: HTMLElement, padding: Padding): Padding {
  const { top, right, bottom, left } = padding;
  const margin = Math.min(50, clientWidth / 10, clientHeight / 10);
  const wide = east - west < WHOLE && left + right + 4 * margin < clientWidth;
  const high = top + bottom + 4 * margin < clientHeight;
  return {
    top: margin + (high ? top : 0),
    right: margin + (wide ? right : 0),
    bottom: margin + (high ? bottom : 0),
    left: margin + (wide ? left : 0),
  };
}
const isBounds = (camera: MapOptions['camera']): camera is Bounds => Array.isArray(camera);

/** Borders tell of themselves whether they are settled or disputed. */
const shapeFeatures = ({ land, coast, borders = EMPTY }: Shapes): Feature[] => [
  ...mergeCollections({ land, coast }).features,
  ...borders.features,
];

export class AtlasMap {
  readonly #map: MapLibreMap;
  readonly #options: MapOptions;
  #shown: MapState | null = null;
  #places: Places | null = null;
  #shapes: Shapes | null = null;
  #waters: Waters | null = null;
  /** What each source was last given, and what MapLibre's worker has not taken in yet. */
  readonly #data = new Map<SourceName, FeatureCollection>();
  readonly #pending = new Set<Promise<void>>();
  #detail = false;
  #live = false;
  #ready = false;
  /** All that the first picture needs has been given to the map. */
  #complete = false;
  /** No frame is drawn. */
  #held = false;
  #padding: Padding;
  #online: Provider | null = null;
  /** Drawn on a small base map so far. */
  #small: boolean;
  #drawing: Drawing | null = null;
  #toDraw: readonly Position[] | null = null;
  #stop = new AbortController();
  /** The base map, fetched from the start on. */
  #loading: Promise<unknown> | null = null;

  /** Throws where there is no WebGL. */
  constructor(options: MapOptions) {
    this.#options = options;
    this.#padding = options.padding;
    this.#small = options.baseMap !== undefined;
    const { container, base, theme, locale, reducedMotion } = options;
    const picture = 'perspective' in options.camera ? options.camera : null;
    const camera = 'perspective' in options.camera ? options.camera.camera : options.camera;
    this.#map = new MapLibreMap({
      container,
      style: buildStyle(theme, {
        fonts: options.systemFonts
          ? null
          : {
              regular: new URL('fonts/chinese-400.woff2', base).href,
              bold: new URL('fonts/chinese-600.woff2', base).href,
            },
        shift: picture?.perspective.shift ?? 0,
      }),
      locale,
      cooperativeGestures: options.cooperative ?? false,
      attributionControl: false,
      maxZoom: 17,
      minZoom: 0.6,
      dragRotate: true,
      pitchWithRotate: false,
      fadeDuration: reducedMotion ? 0 : 200,
      renderWorldCopies: true,
      ...(isBounds(camera)
        ? { bounds: camera, fitBoundsOptions: { padding: roomFor(camera, container, options.padding), maxZoom: 13 } }
        : { center: [camera.lon, camera.lat], zoom: camera.zoom }),
    });
    this.#hold();
    const map = this.#map;
    if (picture) map.setVerticalFieldOfView(picture.fov);
    map.touchPitch.disable();
    const { controls = ['zoom', 'fullscreen', 'scale'] } = options;
    if (controls.includes('zoom')) map.addControl(new NavigationControl({ visualizePitch: false }), 'top-right');
    if (controls.includes('fullscreen')) map.addControl(new FullscreenControl(), 'top-right');
    // MapLibre takes it for HTML.
    if (options.credit !== '') {
      map.addControl(new AttributionControl({ compact: false, customAttribution: escapeText(options.credit) }), 'bottom-right');
    }
    if (controls.includes('scale')) map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
    // MapLibre logs what goes wrong; files are told of where they are fetched.
    map.on('error', ({ error }) => {
      console.warn(error);
      if (isNoWorker(error)) this.#lose(new AtlasError('no-worker', {}, error));
    });
    map.on('webglcontextlost', () => this.#lose(new AtlasError('graphics-lost')));
    map.on('webglcontextrestored', () => options.onRestored());
    map.on('load', () => void this.#start());
    map.on('click', (event) => options.onSelect(this.#pick(event)));
    map.on('mousemove', (event) => {
      if (isDragging(event)) return;
      const id = this.#pick(event);
      map.getCanvas().style.cursor = id ? 'pointer' : '';
      options.onHover(id, id ? { x: event.point.x, y: event.point.y } : null);
    });
    map.on('mouseout', () => options.onHover(null, null));
    // Graphics that come back make the map measure itself, which is no move of the reader's.
    map.on('moveend', () => {
      if (!this.#stop.signal.aborted) options.onMove(this.camera);
    });
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) void this.explore();
    });
    map.on('zoom', () => void this.#loadDetail());
    map.on('idle', () => this.#onIdle());
    // While the style is made; what has come by then is drawn with it.
    if (options.baseMap) this.#lay(options.baseMap);
    else this.#loading = this.#loadAll();
  }

  get camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), lon: lng, lat };
  }

  /** Draws a state; only what differs from the last one is set anew. */
  show(shown: MapState): void {
    const before = this.#shown;
    this.#shown = shown;
    if (!this.#ready) return;
    this.#draw(shown, before);
  }

  fit(bounds: Bounds): void {
    const [west, south, east, north] = bounds;
    const small = east - west < 0.05 && north - south < 0.05;
    this.#map.fitBounds(bounds, {
      padding: roomFor(bounds, this.#map.getContainer(), this.#padding),
      maxZoom: small ? 11 : 13,
      animate: !this.#options.reducedMotion,
      duration: 900,
    });
  }

  go({ zoom, lon, lat }: Camera): void {
    this.#map.easeTo({ center: [lon, lat], zoom, animate: !this.#options.reducedMotion, duration: 900 });
  }

  jump({ zoom, lon, lat }: Camera): void {
    this.#map.jumpTo({ center: [lon, lat], zoom });
  }

  setPadding(padding: Padding): void {
    this.#padding = padding;
  }

  /**
   * Lets the reader draw a line, or change the given one; null ends it. The code for it is fetched only now.
   *
   * @param onChange is called with the line after each change
   */
  async draw(line: readonly Position[] | null, onChange: (line: Position[]) => void): Promise<void> {
    this.#toDraw = line;
    if (line === null) {
      this.#drawing?.stop();
      this.#drawing = null;
      return;
    }
    const { Drawing } = await import('./drawing.ts');
    // Given up, or given another line, in the meantime.
    if (this.#stop.signal.aborted || this.#toDraw !== line) return;
    this.#drawing ??= new Drawing(this.#map, PALETTES[this.#shown?.theme ?? this.#options.theme], onChange);
    this.#drawing.set(line);
  }

  setOnline(provider: Provider | null): void {
    this.#online = provider;
    if (!this.#ready) return;
    if (!provider) removeOnlineTiles(this.#map);
    else addOnlineTiles(this.#map, provider, (error) => this.#options.onError(error, () => this.setOnline(provider)));
  }

  /** The canvas takes no part in the page any more. */
  remove(): void {
    this.#stop.abort();
    this.#map.remove();
  }

  /** From here on nothing may be asked of the map: it has no style any more. */
  #lose(error: AtlasError): void {
    if (this.#stop.signal.aborted) return;
    this.#ready = false;
    this.#stop.abort();
    this.#options.onLost(error);
  }

  async #start(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#ready = true;
    addIcons(this.#map, PALETTES[this.#options.theme]);
    void this.#setGround();
    if (this.#shown) this.#draw(this.#shown, null);
    if (this.#online) this.setOnline(this.#online);
    // What is slow to come keeps nothing else from being drawn.
    await Promise.all([this.#loading, this.#loadDetail()]);
    await Promise.all(this.#pending);
    if (!this.#ready) return;
    this.#complete = true;
    for (const [name, { features }] of this.#data) this.#showLayers(name, features.length > 0);
    this.#map.triggerRepaint();
  }

  /**
   * Nobody sees the map before all of it is there, and each frame of a globe takes long without a graphics card: till then MapLibre
   * goes through its frames, which ask for tiles and place names, and draws none.
   */
  #hold(): void {
    this.#map.painter.render = () => undefined;
    this.#held = true;
  }

  #release(): void {
    Reflect.deleteProperty(this.#map.painter, 'render');
    this.#held = false;
    this.#map.triggerRepaint();
  }

  #loadAll(): Promise<unknown> {
    return Promise.all([this.#loadGround(), this.#loadWaters(), this.#loadPlaces()]);
  }

  /** Fetches the full base map where the map began with a small one. */
  async explore(): Promise<void> {
    if (!this.#small) return;
    this.#small = false;
    this.#options.onExplore?.();
    await this.#loadAll();
    await this.#loadDetail();
  }

  /** A small base map, for all zooms until the full one is there. */
  #lay({ scale50m, waters, places }: BaseMapData): void {
    this.#shapes = scale50m;
    this.#waters = waters;
    this.#places = places;
  }

  async #attempt(load: () => Promise<void>): Promise<void> {
    try {
      await load();
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      if (!(error instanceof AtlasError)) throw error;
      this.#options.onError(error, () => void this.#attempt(load));
    }
  }

  #loadGround(): Promise<void> {
    return this.#attempt(async () => {
      this.#shapes = await loadShapes(new URL('base/50m.json', this.#options.base).href, this.#fetching());
      void this.#setGround();
    });
  }

  #loadWaters(): Promise<void> {
    return this.#attempt(async () => {
      this.#waters = await loadWaters(new URL('base/waters.json', this.#options.base).href, this.#fetching());
      void this.#setGround();
    });
  }

  #loadPlaces(): Promise<void> {
    return this.#attempt(async () => {
      this.#places = await loadPlaces(new URL('base/places.json', this.#options.base).href, this.#fetching());
      if (this.#shown) this.#drawLabels(this.#shown);
    });
  }

  /** The finer coast is fetched once it is wanted. */
  async #loadDetail(): Promise<void> {
    if (this.#detail || !this.#ready || this.#small || this.#map.getZoom() < DETAIL_ZOOM - 0.4) return;
    this.#detail = true;
    await this.#attempt(async () => {
      const shapes = await loadShapes(new URL('base/10m.json', this.#options.base).href, this.#fetching());
      await this.#set('high', { type: 'FeatureCollection', features: shapeFeatures(shapes) });
      if (this.#ready) for (const layer of LAYERS_50M) this.#map.setLayerZoomRange(layer, 0, DETAIL_ZOOM);
    });
  }

  #fetching() {
    return { fetch: globalThis.fetch.bind(globalThis), signal: this.#stop.signal };
  }

  /** What there is of land and water, in one source: see `strandLayers`. */
  async #setGround(): Promise<void> {
    if (!this.#shapes && !this.#waters) return;
    const shapes = this.#shapes ? shapeFeatures(this.#shapes) : [];
    const waters = this.#waters ? mergeCollections({ lake: this.#waters.lakes, river: this.#waters.rivers }).features : [];
    await this.#set('50m', { type: 'FeatureCollection', features: [...shapes, ...waters] });
  }

  /** Layers without data are hidden: MapLibre would make tiles of nothing and mask each of them in every frame. */
  async #set(name: SourceName, data: FeatureCollection): Promise<void> {
    const source = this.#ready && this.#map.getSource<GeoJSONSource>(name);
    if (!source) return;
    this.#data.set(name, data);
    const done = source.setData(data).then(() => {
      if (this.#data.get(name) === data && this.#ready) this.#showLayers(name, data.features.length > 0);
      this.#pending.delete(done);
    });
    this.#pending.add(done);
    await done;
  }

  /** Not before all has come: till then nobody sees the map, and each frame of a globe takes long. */
  #showLayers(source: SourceName, visible: boolean): void {
    if (!this.#complete) return;
    const visibility = visible ? 'visible' : 'none';
    for (const id of LAYERS_OF[source]) {
      if (this.#map.getLayoutProperty(id, 'visibility') !== visibility) this.#map.setLayoutProperty(id, 'visibility', visibility);
    }
  }

  #draw(shown: MapState, before: MapState | null): void {
    const themed = shown.theme !== (before?.theme ?? this.#options.theme);
    if (themed) this.#paint(shown.theme);
    const changed = <K extends keyof MapState>(...keys: K[]) => !before || keys.some((key) => shown[key] !== before[key]);
    if (changed('atlas', 'filters', 'theme')) this.#drawLines(shown);
    if (changed('atlas', 'filters', 'lang')) {
      void this.#set('nodes', buildNodeFeatures(shown.atlas, shown));
      void this.#set('events', buildEventFeatures(shown.atlas, shown));
      void this.#set('areas', buildAreaFeatures(shown.atlas, shown.lang));
      this.#drawLabels(shown);
    }
    if (changed('imported', 'theme')) void this.#set('imported', buildImportedFeatures(shown.imported, shown.theme));
    if (changed('compared', 'theme')) void this.#set('compared', buildComparedFeatures(shown.compared, shown.theme));
    if (changed('atlas', 'selected', 'compared', 'highlightedPath', 'theme', 'imported')) {
      // What is compared, or a section of it, has a look of its own, which the outline of the whole would hide.
      const isCompared = shown.compared.some(({ text }) => text.split(':')[0] === shown.selected);
      const selected = isCompared ? EMPTY : this.#outline(shown, shown.selected);
      void this.#set(
        'selected',
        shown.highlightedPath ? buildHighlightedPath(shown.atlas, shown.highlightedPath, shown.theme) : selected,
      );
      this.#dim(shown);
    }
    if (changed('atlas', 'hovered', 'compared', 'theme', 'imported')) {
      const line = shown.compared.filter(({ text }) => text === shown.hovered);
      void this.#set('hovered', line.length > 0 ? buildComparedFeatures(line, shown.theme) : this.#outline(shown, shown.hovered));
    }
  }

  #outline({ atlas, imported, theme }: MapState, id: string | null): FeatureCollection {
    const mine = buildImportedFeatures(imported, theme).features.filter(({ properties }) => properties.id === id);
    if (mine.length === 0) return buildOutline(atlas, id, theme);
    // A reader's route says nothing of mode or status: drawn plain.
    const plain = mine.map((line) => ({ ...line, properties: { ...line.properties, pattern: 'rail' as const } }));
    return { type: 'FeatureCollection', features: plain };
  }

  #drawLines(shown: MapState): void {
    void this.#set('parallelLines', buildLineFeatures(shown.atlas, shown));
  }

  #drawLabels(shown: MapState): void {
    const nodes = buildNodeFeatures(shown.atlas, shown).features.map(({ geometry }) => geometry.coordinates);
    const { countries: country, seas: sea, towns: town } = buildPlaceLabels(this.#places, shown.lang, nodes);
    void this.#set('names', mergeCollections({ country, sea, town }));
  }

  /** Lines step back while one of them is selected, further while some are compared. */
  #dim({ atlas, selected, compared, highlightedPath, imported }: MapState): void {
    const isLine =
      highlightedPath !== null ||
      (selected !== null &&
        (imported.some(({ id }) => getImportedKey(id) === selected) ||
          atlas.corridors.has(selected) ||
          atlas.routes.has(selected) ||
          atlas.links.has(selected)));
    const opacity = compared.length > 0 ? DIMMED.compared : isLine ? DIMMED.selected : 1;
    for (const layer of LINE_LAYERS) this.#map.setPaintProperty(layer, 'line-opacity', opacity);
  }

  #paint(theme: Theme): void {
    addIcons(this.#map, PALETTES[theme]);
    this.#map.setSky({ 'sky-color': PALETTES[theme].space, 'atmosphere-blend': 0 });
    for (const layer of buildLayers(theme)) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        this.#map.setPaintProperty(layer.id, name as never, value as never);
      }
    }
  }

  #pick({ point }: MapMouseEvent): string | null {
    return this.#ready && !this.#drawing ? pickFeatureAt(this.#map, point) : null;
  }

  #onIdle(): void {
    if (this.#live || !this.#complete) return;
    if (this.#held) {
      this.#release();
      return;
    }
    this.#live = true;
    this.#options.onLive();
  }

  /** Extent of a feature, or of links, for `fit`. */
  static bounds(atlas: Atlas, target: string | readonly Leg[]): Bounds | null {
    return typeof target === 'string' ? computeBounds(atlas, target) : computeLegBounds(atlas, target);
  }
}
