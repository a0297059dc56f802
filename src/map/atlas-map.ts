/** The live map: MapLibre with the atlas on it. Shows states, reports what is picked; knows no page. */
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { AtlasError } from '../core/dataset/errors.ts';
import type { Position } from '../core/dataset/model.ts';
import { fitCamera, type Padding } from '../core/geo/camera.ts';
import type { Perspective, Point } from '../core/geo/projection.ts';
import { DETAIL_ZOOM } from '../core/style/drawing.ts';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import type { Camera } from '../core/url/view.ts';
import { BaseMapLoader, listSmallShapes } from './base-map/base-map-loader.ts';
import { createMap, MIN_ZOOM } from './create-map.ts';
import { CutLabels } from './cut-labels.ts';
import type { Drawing } from './drawing.ts';
import { resumeRendering, suppressRendering } from './first-frame.ts';
import { addIcons } from './icons.ts';
import { COARSE_LAYERS } from './layers/base-layers.ts';
import { LINE_LAYERS } from './layers/network-layers.ts';
import { locateOnMap } from './pointing/locate.ts';
import type { MapOptions, MapState, SmallBaseMap } from './options.ts';
import { isDragging, pickFeatureAt } from './pointing/pick.ts';
import { type MapOverlay, Overlays } from './overlays/overlays.ts';
import { SourceWriter } from './source-writer.ts';
import { buildLayers, TRUSTED } from './style.ts';
import { buildLabels, computeLineOpacity, computeSourceChanges } from './state-changes.ts';
import { applyTheme } from './theme.ts';

/** Milliseconds of a move of the camera, and of one by which the page makes room or takes it. */
const [MOVE, SHIFT] = [900, 200];
/** Zooms before `DETAIL_ZOOM` at which the finer coast is fetched. */
const AHEAD = 0.4;

/** MapLibre's error where the file of its worker does not come, or the browser's where it forbids workers. */
const isNoWorker = (error: { message: string }): boolean =>
  error.message.startsWith('Worker failed to load') || (error instanceof DOMException && error.name === 'SecurityError');

/** `starting` until names are given, which follow the state from then on; `named` until all of the first frame is; `complete` until it is drawn. */
type Stage = 'starting' | 'named' | 'complete' | 'drawing' | 'live';

export class AtlasMap {
  readonly #map: MapLibreMap;
  readonly #options: MapOptions;
  readonly #sources: SourceWriter;
  readonly #baseMap: BaseMapLoader;
  readonly #cutLabels: CutLabels;
  readonly #stop = new AbortController();
  #stage: Stage = 'starting';
  /** Names have been turned by the last look at them. */
  #hasTurned = false;
  /** The map has a style that can be changed. */
  #isReady = false;
  #state: MapState | null = null;
  #padding: Padding;
  /** Pixels of the map's foot that the page lies over. */
  #foot: number;
  /** What the map is drawn on until the reader moves it; null where it has tiles. */
  #small: SmallBaseMap | null;
  #drawing: Drawing | null = null;
  readonly #overlays: Overlays;
  #lineToDraw: readonly Position[] | null = null;
  /** Names of the base map, fetched from the start on. */
  readonly #loading: Promise<void> | null;

  /** Throws where there is no WebGL. */
  constructor(options: MapOptions) {
    this.#options = options;
    this.#padding = options.padding;
    this.#foot = options.foot ?? 0;
    const { baseMap } = options;
    this.#small = typeof baseMap === 'function' ? null : baseMap;
    this.#baseMap = new BaseMapLoader(options, this.#stop.signal, this.#small?.data.places ?? null, {
      onError: options.onError,
      onPlaces: () => {
        if (this.#stage !== 'starting') this.#drawNames();
      },
      onDetail: async (shapes) => {
        await this.#sources.set('10m', shapes);
        if (this.#isReady) for (const layer of COARSE_LAYERS) this.#map.setLayerZoomRange(layer, 0, DETAIL_ZOOM);
      },
    });
    this.#map = createMap(options, typeof baseMap === 'function' ? this.#baseMap.createTiles(baseMap) : null);
    suppressRendering(this.#map);
    this.#sources = new SourceWriter(this.#map, () => buildLayers(this.#state?.theme ?? options.theme));
    this.#cutLabels = new CutLabels(this.#map);
    this.#overlays = new Overlays(this.#map);
    this.#listen();
    // While the style is made; what has come by then is drawn with it.
    this.#loading = this.#small ? null : this.#baseMap.loadPlaces();
  }

  #listen(): void {
    const { onHover, onMove, onRestored, onSelect } = this.#options;
    const map = this.#map;
    // MapLibre would log it; files are reported where they are fetched.
    map.on('error', ({ error }) => {
      console.warn(error);
      if (isNoWorker(error)) this.#lose(new AtlasError('no-worker', {}, error));
    });
    map.on('webglcontextlost', () => this.#lose(new AtlasError('graphics-lost')));
    map.on('webglcontextrestored', () => onRestored());
    // Not its `load`, which waits for the worker to be there.
    void map.once('style.load', () => void this.#start());
    map.on('idle', () => this.#advance());
    map.on('zoom', () => void this.#comeNear());
    map.on('click', (event) => onSelect(this.#pick(event)));
    map.on('mousemove', (event) => {
      if (isDragging(event)) return;
      const id = this.#pick(event);
      map.getCanvas().style.cursor = id ? 'pointer' : '';
      onHover(id, id ? { x: event.point.x, y: event.point.y } : null);
    });
    map.on('mouseout', () => onHover(null, null));
    // Graphics that come back make the map measure itself, which is no move of the reader's.
    map.on('moveend', ({ originalEvent }) => {
      if (!this.#stop.signal.aborted) onMove(this.camera, originalEvent !== undefined);
    });
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent) void this.explore();
    });
  }

  get camera(): Camera {
    const { lng: lon, lat } = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), lon, lat };
  }

  /** Pixels of a place from the map's top left corner; null where it is not in view. */
  locate(place: Position): Point | null {
    return locateOnMap(this.#map, place);
  }

  /** Draws a state; only what differs from the last one is drawn again. */
  show(state: MapState): void {
    const before = this.#state;
    this.#state = state;
    this.#baseMap.setLanguage(state.lang);
    if (this.#isReady) this.#draw(state, before);
  }

  /** Brings places into the part of the map that nothing covers, no closer than what is drawn is true. */
  fit(places: readonly Position[]): void {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { minZoom = MIN_ZOOM } = this.#options;
    const perspective = this.#getPerspective(height);
    this.go(fitCamera(places, { width, height }, { padding: this.#padding, minZoom, perspective }));
  }

  /** That of the picture whose place the map took. */
  #getPerspective(height: number): Perspective {
    const { camera } = this.#options;
    return {
      distance: height / 2 / Math.tan((this.#map.getVerticalFieldOfView() * Math.PI) / 360),
      shift: 'perspective' in camera ? camera.perspective.shift : 0,
      foot: this.#foot,
    };
  }

  /** Moves there, in a move that the reader sees where they have not asked for less motion. */
  go({ zoom, lon, lat }: Camera): void {
    const padding = { top: 0, right: 0, bottom: this.#foot, left: 0 };
    this.#map.easeTo({ center: [lon, lat], zoom, padding, animate: !this.#options.reducedMotion, duration: MOVE });
  }

  jump({ zoom, lon, lat }: Camera): void {
    this.#map.jumpTo({ center: [lon, lat], zoom });
  }

  /** What the page lays over the map, and of that its foot: what was in the middle of the map moves into that of the rest. */
  setPadding(padding: Padding, foot = 0): void {
    this.#padding = padding;
    if (foot === this.#foot) return;
    this.#foot = foot;
    const animate = !this.#options.reducedMotion;
    this.#map.easeTo({ padding: { top: 0, right: 0, bottom: foot, left: 0 }, animate, duration: SHIFT });
  }

  /**
   * Lets the reader draw a line, or change the given one; null ends it. The code for it is fetched only now.
   *
   * @param onChange is called with the line after each change
   */
  async draw(line: readonly Position[] | null, onChange: (line: Position[]) => void): Promise<void> {
    this.#lineToDraw = line;
    if (line === null) {
      this.#drawing?.stop();
      this.#drawing = null;
      return;
    }
    const { Drawing } = await import('./drawing.ts');
    // Ended, or called with another line, in the meantime.
    if (this.#stop.signal.aborted || this.#lineToDraw !== line) return;
    this.#drawing ??= new Drawing(this.#map, PALETTES[this.#state?.theme ?? this.#options.theme], onChange);
    this.#drawing.set(line);
  }

  /** Draws an overlay in place of the one of the same kind; null ends it. */
  setOverlay(overlay: MapOverlay | null, kind = ''): void {
    this.#overlays.set(overlay, kind, this.#isReady);
  }

  /** The canvas takes no part in the page any more. */
  remove(): void {
    this.#isReady = false;
    this.#stop.abort();
    this.#sources.close();
    this.#map.remove();
  }

  /** From here on nothing may be asked of the map: it has no style any more. */
  #lose(error: AtlasError): void {
    if (this.#stop.signal.aborted) return;
    this.#isReady = false;
    this.#sources.close();
    this.#stop.abort();
    this.#options.onLost(error);
  }

  /** Lost or removed. */
  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #start(): Promise<void> {
    if (this.#isStopped()) return;
    this.#isReady = true;
    addIcons(this.#map, PALETTES[this.#options.theme]);
    if (this.#state) this.#draw(this.#state, null);
    this.#overlays.show();
    // What is slow to come keeps nothing else from being drawn.
    await Promise.all([this.#loading, this.#comeNear()]);
    if (this.#small) void this.#sources.set('small', listSmallShapes(this.#small.data));
    this.#stage = 'named';
    this.#drawNames();
    await this.#sources.waitForAll();
    if (this.#isStopped()) return;
    this.#stage = 'complete';
    this.#map.triggerRepaint();
  }

  #drawNames(): void {
    if (!this.#state || !this.#isReady) return;
    for (const [name, data] of buildLabels(this.#state, this.#baseMap.named)) void this.#sources.set(name, data);
  }

  /** MapLibre is idle: the first frame can be drawn, or has been. */
  #advance(): void {
    // Before, nothing is placed; and what is drawn first is what has been looked at, but for names that have been turned since.
    const isDue = this.#stage === 'complete' || this.#stage === 'live' || this.#hasTurned;
    if (this.#isReady && isDue) this.#hasTurned = this.#cutLabels.update(this.#foot);
    if (this.#stage === 'complete') {
      this.#stage = 'drawing';
      resumeRendering(this.#map);
    } else if (this.#stage === 'drawing') {
      this.#stage = 'live';
      this.#options.onLive();
    }
  }

  /** Draws the map on tiles where it began with a small base map. */
  async explore(): Promise<void> {
    if (!this.#small) return;
    const small = this.#small;
    this.#small = null;
    const { onError, onExplore, theme } = this.#options;
    onExplore?.();
    void this.#baseMap.loadPlaces();
    try {
      const Tiles = await small.loadTiles();
      if (!this.#isReady) return;
      this.#baseMap.replaceSmall(this.#map, Tiles, PALETTES[this.#state?.theme ?? theme]);
      await this.#comeNear();
    } catch (error) {
      this.#small = small;
      onError(new AtlasError('code-missing', {}, error), () => void this.explore());
    }
  }

  /** Gives the map what it shows from near. */
  async #comeNear(): Promise<void> {
    if (this.#baseMap.findTowns(this.#map.getZoom()) && this.#stage !== 'starting') this.#drawNames();
    if (this.#isReady && !this.#small && this.#map.getZoom() >= DETAIL_ZOOM - AHEAD) await this.#baseMap.loadDetail();
  }

  #draw(state: MapState, before: MapState | null): void {
    const theme: Theme = before?.theme ?? this.#options.theme;
    if (state.theme !== theme) applyTheme(this.#map, state.theme);
    // Names follow the base map's files, which are awaited at the start.
    const named = this.#stage === 'starting' ? undefined : this.#baseMap.named;
    for (const [name, data] of computeSourceChanges(state, before, named)) void this.#sources.set(name, data);
    const opacity = computeLineOpacity(state);
    // A new theme sets the opacity of its own.
    if (!before || state.theme !== theme || opacity !== computeLineOpacity(before)) {
      for (const layer of LINE_LAYERS) this.#map.setPaintProperty(layer, 'line-opacity', opacity, TRUSTED);
    }
  }

  #pick({ point }: MapMouseEvent): string | null {
    return this.#isReady && !this.#drawing ? (this.#overlays.pick(point) ?? pickFeatureAt(this.#map, point)) : null;
  }
}
