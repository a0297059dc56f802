/** Puts the symbols of the map into MapLibre, in the colours of the theme. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Palette } from '../core/style/palette.ts';
import { type Shape, SYMBOL_SIZE, SYMBOLS } from '../core/style/symbols.ts';

/** Pixels of the image for each of the symbol. */
const RATIO = 2;

function drawShape(
  context: CanvasRenderingContext2D,
  { d, fill, stroke, width = 1, round = false }: Shape,
  palette: Palette,
): void {
  const path = new Path2D(d);
  if (fill) {
    context.fillStyle = palette[fill];
    context.fill(path);
  }
  if (!stroke) return;
  context.strokeStyle = palette[stroke];
  context.lineWidth = width;
  context.lineCap = round ? 'round' : 'butt';
  context.lineJoin = round ? 'round' : 'miter';
  context.stroke(path);
}

/**
 * Adds the symbols to a map, or replaces them after a change of theme.
 *
 * @param prefix what the names of the images begin with
 */
export function addIcons(
  map: MapLibreMap,
  palette: Palette,
  prefix = '',
  symbols: Readonly<Record<string, readonly Shape[]>> = SYMBOLS,
): void {
  for (const [symbol, shapes] of Object.entries(symbols)) {
    const name = prefix + symbol;
    const canvas = document.createElement('canvas');
    canvas.width = SYMBOL_SIZE * RATIO;
    canvas.height = canvas.width;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) continue;
    context.scale(RATIO, RATIO);
    for (const shape of shapes) drawShape(context, shape, palette);
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: RATIO });
  }
}

export function removeIcons(map: MapLibreMap, prefix: string): void {
  for (const symbol of Object.keys(SYMBOLS)) {
    if (map.hasImage(prefix + symbol)) map.removeImage(prefix + symbol);
  }
}
