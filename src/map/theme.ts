import type { Map as MapLibreMap } from 'maplibre-gl';
import { PALETTES, type Theme } from '../core/style/palette.ts';
import { addIcons } from './icons.ts';
import { buildLayers, TRUSTED } from './style.ts';

/** Gives the map's symbols and layers the colours of a theme. */
export function applyTheme(map: MapLibreMap, theme: Theme): void {
  addIcons(map, PALETTES[theme]);
  for (const layer of buildLayers(theme)) {
    // A map has a small base map or tiles.
    if (!map.getLayer(layer.id)) continue;
    // A name of any type of layer.
    for (const [name, value] of Object.entries(layer.paint ?? {}))
      map.setPaintProperty(layer.id, name as 'line-color', value, TRUSTED);
  }
}
