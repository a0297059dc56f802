import type { Translator } from './translate.ts';

/** Texts of the map's controls, by MapLibre's keys. */
export const buildMapLocale = (tr: Translator): Record<string, string> => ({
  'AttributionControl.ToggleAttribution': tr.t('map.attribution'),
  'FullscreenControl.Enter': tr.t('map.fullscreen'),
  'FullscreenControl.Exit': tr.t('map.fullscreenExit'),
  'Map.Title': tr.t('map.label'),
  'NavigationControl.ResetBearing': tr.t('map.north'),
  'NavigationControl.ZoomIn': tr.t('map.zoomIn'),
  'NavigationControl.ZoomOut': tr.t('map.zoomOut'),
  'ScaleControl.Meters': tr.t('map.metre'),
  'ScaleControl.Kilometers': tr.t('map.kilometre'),
});
