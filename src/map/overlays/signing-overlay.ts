/** Countries that signed, tinted and hatched by class on the land of the base map. Fetched when a reader asks for it. */
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { MapOverlay } from './overlays.ts';
import { PALETTES, type Theme } from '../../core/style/palette.ts';
import { TILES } from '../sources.ts';
import { HATCHES, type SigningClass, TILE, TINTS } from '../../core/style/signings.ts';

const PREFIX = 'signings-';
/** Coasts, borders and waters are drawn above. */
const ABOVE = `${TILES}-coast`;
const RATIO = 2;

const buildLayers = (classes: readonly SigningClass[]): LayerSpecification[] =>
  classes.map(({ countries }, i) => ({
    id: `${PREFIX}${i}`,
    type: 'fill',
    source: TILES,
    'source-layer': 'land',
    filter: ['in', ['get', 'code'], ['literal', countries]],
    paint: { 'fill-pattern': `${PREFIX}${i}` },
  }));

/** A tile with tint and strokes of a class. */
function drawTile(i: number, theme: Theme): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = TILE * RATIO;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.scale(RATIO, RATIO);
  context.fillStyle = PALETTES[theme].accent;
  context.globalAlpha = TINTS[i] ?? 0;
  context.fillRect(0, 0, TILE, TILE);
  context.globalAlpha = 0.55;
  context.strokeStyle = PALETTES[theme].accent;
  context.lineWidth = 1.2;
  context.stroke(new Path2D(HATCHES[i] ?? ''));
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

export class SigningOverlay implements MapOverlay {
  readonly #classes: readonly SigningClass[];
  readonly #theme: Theme;

  constructor(classes: readonly SigningClass[], theme: Theme) {
    this.#classes = classes;
    this.#theme = theme;
  }

  show(map: MapLibreMap): void {
    for (const [i, layer] of buildLayers(this.#classes).entries()) {
      const tile = drawTile(i, this.#theme);
      if (tile && map.hasImage(layer.id)) map.updateImage(layer.id, tile);
      else if (tile) map.addImage(layer.id, tile, { pixelRatio: RATIO });
      if (!map.getLayer(layer.id)) map.addLayer(layer, ABOVE);
      else if ('filter' in layer) map.setFilter(layer.id, layer.filter);
    }
  }

  remove(map: MapLibreMap): void {
    for (const { id } of buildLayers(this.#classes)) {
      if (map.getLayer(id)) map.removeLayer(id);
      if (map.hasImage(id)) map.removeImage(id);
    }
  }
}
