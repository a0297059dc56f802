/** MapLibre's map with the atlas's empty style and its controls. */
import {
  AttributionControl,
  FullscreenControl,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import './controls.css';
import { escapeText } from '../core/markup.ts';
import type { BaseTiles } from './base-map/tiles.ts';
import type { MapControl, MapOptions } from './options.ts';
import { buildStyle } from './style.ts';

setWorkerUrl(workerUrl);

/** Farther out a globe is too small to tell its countries apart. */
export const MIN_ZOOM = 0.6;
const MAX_ZOOM = 17;
/** Pixels that the scale is at most as wide as, and at least nearly half of, which its words have to fit: those of languages from right to left are longer. */
const SCALE_WIDTH = { ltr: 146, rtl: 180 };
const ALL_CONTROLS: readonly MapControl[] = ['zoom', 'fullscreen', 'scale'];
function addControls(map: MapLibreMap, { controls = ALL_CONTROLS, credit }: MapOptions): void {
  if (controls.includes('zoom')) map.addControl(new NavigationControl({ visualizePitch: false }), 'top-right');
  if (controls.includes('fullscreen')) map.addControl(new FullscreenControl(), 'top-right');
  // MapLibre takes the attribution for HTML.
  if (credit !== '') {
    map.addControl(new AttributionControl({ compact: false, customAttribution: escapeText(credit) }), 'bottom-right');
  }
  if (controls.includes('scale')) {
    const isRtl = map.getContainer().ownerDocument.dir === 'rtl';
    map.addControl(new ScaleControl({ maxWidth: isRtl ? SCALE_WIDTH.rtl : SCALE_WIDTH.ltr }), 'bottom-right');
  }
}

/**
 * Throws where there is no WebGL.
 *
 * @param tiles of the base map; null for a small one
 */
export function createMap(options: MapOptions, tiles: BaseTiles | null): MapLibreMap {
  const {
    base,
    camera,
    container,
    cooperative = false,
    foot = 0,
    locale,
    minZoom = MIN_ZOOM,
    reducedMotion,
    systemFonts = false,
    theme,
  } = options;
  const picture = 'perspective' in camera ? camera : null;
  const start = 'perspective' in camera ? camera.camera : camera;
  const fonts = new URL('fonts/', base).href;
  const map = new MapLibreMap({
    container,
    style: buildStyle(theme, {
      fonts: systemFonts ? null : fonts,
      tiles: tiles?.source ?? null,
      shift: picture?.perspective.shift ?? 0,
    }),
    // It has been checked by a test.
    validateStyle: false,
    locale,
    cooperativeGestures: cooperative,
    attributionControl: false,
    maxZoom: MAX_ZOOM,
    // The deepest tiles of the base map are stretched: cutting them for each zoom, as is the default, costs more than it spares.
    zoomLevelsToOverscale: MAX_ZOOM,
    minZoom,
    dragRotate: true,
    pitchWithRotate: false,
    fadeDuration: reducedMotion ? 0 : 200,
    renderWorldCopies: true,
    center: [start.lon, start.lat],
    zoom: start.zoom,
  });
  tiles?.attach(map);
  if (picture) map.setVerticalFieldOfView(picture.fov);
  const covered = picture?.perspective.foot ?? foot;
  if (covered > 0) map.setPadding({ top: 0, right: 0, bottom: covered, left: 0 });
  map.touchPitch.disable();
  addControls(map, options);
  return map;
}
