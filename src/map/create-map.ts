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
import type { BoundingBox } from '../core/geo/bounding-box.ts';
import type { Padding } from '../core/geo/camera.ts';
import { escapeText } from '../core/markup.ts';
import type { MapControl, MapOptions } from './options.ts';
import { buildStyle } from './style.ts';

setWorkerUrl(workerUrl);

const ALL_CONTROLS: readonly MapControl[] = ['zoom', 'fullscreen', 'scale'];
/** Degrees from which an extent is so wide that only its oceans come to lie below what covers the map at its side. */
const WIDE = 60;
/** Closest zoom that an extent is fitted at. */
export const MAX_FIT_ZOOM = 13;

/** What is covered, and a margin; the margin alone where little would be left. In pixels. */
export function computeFitPadding(
  [west, , east]: BoundingBox,
  { clientWidth, clientHeight }: HTMLElement,
  { top, right, bottom, left }: Padding,
): Padding {
  const margin = Math.min(50, clientWidth / 10, clientHeight / 10);
  const hasWidth = east - west < WIDE && left + right + 4 * margin < clientWidth;
  const hasHeight = top + bottom + 4 * margin < clientHeight;
  return {
    top: margin + (hasHeight ? top : 0),
    right: margin + (hasWidth ? right : 0),
    bottom: margin + (hasHeight ? bottom : 0),
    left: margin + (hasWidth ? left : 0),
  };
}

function addControls(map: MapLibreMap, { controls = ALL_CONTROLS, credit }: MapOptions): void {
  if (controls.includes('zoom')) map.addControl(new NavigationControl({ visualizePitch: false }), 'top-right');
  if (controls.includes('fullscreen')) map.addControl(new FullscreenControl(), 'top-right');
  // MapLibre takes the attribution for HTML.
  if (credit !== '') {
    map.addControl(new AttributionControl({ compact: false, customAttribution: escapeText(credit) }), 'bottom-right');
  }
  if (controls.includes('scale')) map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
}

/** Throws where there is no WebGL. */
export function createMap(options: MapOptions): MapLibreMap {
  const { base, camera, container, cooperative = false, locale, padding, reducedMotion, systemFonts = false, theme } = options;
  const picture = 'perspective' in camera ? camera : null;
  const start = 'perspective' in camera ? camera.camera : camera;
  const fonts = {
    regular: new URL('fonts/chinese-400.woff2', base).href,
    bold: new URL('fonts/chinese-600.woff2', base).href,
  };
  const map = new MapLibreMap({
    container,
    style: buildStyle(theme, { fonts: systemFonts ? null : fonts, shift: picture?.perspective.shift ?? 0 }),
    locale,
    cooperativeGestures: cooperative,
    attributionControl: false,
    maxZoom: 17,
    minZoom: 0.6,
    dragRotate: true,
    pitchWithRotate: false,
    fadeDuration: reducedMotion ? 0 : 200,
    renderWorldCopies: true,
    ...(Array.isArray(start)
      ? { bounds: start, fitBoundsOptions: { padding: computeFitPadding(start, container, padding), maxZoom: MAX_FIT_ZOOM } }
      : { center: [start.lon, start.lat], zoom: start.zoom }),
  });
  if (picture) map.setVerticalFieldOfView(picture.fov);
  map.touchPitch.disable();
  addControls(map, options);
  return map;
}
