import type { Translator } from './translate.ts';

/** A unit behind a figure of the scale bar, parted from it as it is in lengths: in Chinese by nothing. */
const joinUnit = (tr: Translator, unit: string): string => (/\s/.test(tr.km(1)) ? `\u00a0${unit}` : unit);

/** Texts of the map's controls, by MapLibre's keys. */
export const buildMapLocale = (tr: Translator): Record<string, string> => ({
  'AttributionControl.ToggleAttribution': tr.t('map.attribution'),
  'FullscreenControl.Enter': tr.t('map.fullscreen'),
  'FullscreenControl.Exit': tr.t('map.fullscreenExit'),
  'Map.Title': tr.t('map.label'),
  'NavigationControl.ResetBearing': tr.t('map.north'),
  'NavigationControl.ZoomIn': tr.t('map.zoomIn'),
  'NavigationControl.ZoomOut': tr.t('map.zoomOut'),
  'ScaleControl.Meters': joinUnit(tr, tr.t('map.metre')),
  'ScaleControl.Kilometers': joinUnit(tr, tr.t('map.kilometre')),
});
