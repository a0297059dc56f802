/** Shaded mountains between land and lines, for views of whole countries. Fetched when the map is live. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Relief } from '../../core/dataset/load/relief.ts';
import { PALETTES, type Palette, type Theme } from '../../core/style/palette.ts';
import type { MapOverlay } from '../overlays/overlays.ts';
import { interpolateByZoom } from '../layers/expressions.ts';
import { TILES } from '../sources.ts';

const ID = 'relief';
/** Level ground in the picture, and how far from it a shade may be without being drawn: the picture is compressed. */
const [LEVEL, NOISE] = [128, 6];
/** From here on a height each 9 km says less than the eye expects. */
const OPACITY = [
  [4.5, 1],
  [7, 0],
] as const;
/** The layer that it goes below: lakes are level. */
const ABOVE = `${TILES}-lakes`;

interface Ink {
  colour: string;
  /** Opacity where the shade is darkest, or the light brightest. */
  most: number;
}

/** Colours of slopes in the shade and in the sun, which differ from those of land as little as is needed to see them. */
const getInks = (theme: Theme, { labelTown, casing, space, labelCountry }: Palette): { shade: Ink; sun: Ink } =>
  theme === 'light'
    ? { shade: { colour: labelTown, most: 0.4 }, sun: { colour: casing, most: 1 } }
    : { shade: { colour: space, most: 0.9 }, sun: { colour: labelCountry, most: 0.4 } };

const readColour = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Gives a grey picture the colours of a theme; level ground becomes transparent. */
function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, theme: Theme): void {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.drawImage(picture, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const shades = listShades(theme);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = shades[image.data[4 * i] ?? LEVEL] ?? 0;
  context.putImageData(image, 0, 0);
}

/** The pixel that each grey becomes. */
function listShades(theme: Theme): Uint32Array {
  const pixels = new Uint8ClampedArray(4 * 256);
  const { shade, sun } = getInks(theme, PALETTES[theme]);
  const [dark, bright] = [readColour(shade.colour), readColour(sun.colour)];
  for (let grey = 0; grey < 256; grey += 1) {
    const level = grey - LEVEL;
    const share = Math.max(0, Math.abs(level) - NOISE) / (LEVEL - NOISE);
    const [ink, most] = level < 0 ? [dark, shade.most] : [bright, sun.most];
    pixels.set([...ink, Math.round(255 * Math.min(1, share * most))], 4 * grey);
  }
  return new Uint32Array(pixels.buffer);
}

/** The picture of a relief, decoded. */
export const decodeRelief = ({ image }: Relief): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([Uint8Array.from(atob(image), (character) => character.charCodeAt(0))], { type: 'image/webp' }));

export class ReliefOverlay implements MapOverlay {
  readonly #relief: Relief;
  readonly #canvas = document.createElement('canvas');

  constructor(relief: Relief, picture: ImageBitmap, theme: Theme) {
    this.#relief = relief;
    paint(this.#canvas, picture, theme);
  }

  show(map: MapLibreMap): void {
    this.remove(map);
    const { west, south, east, north } = this.#relief;
    map.addSource(ID, {
      type: 'canvas',
      canvas: this.#canvas,
      animate: false,
      coordinates: [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    });
    const paint = { 'raster-opacity': interpolateByZoom(OPACITY), 'raster-fade-duration': 0 };
    map.addLayer({ id: ID, type: 'raster', source: ID, maxzoom: OPACITY[1][0], paint }, ABOVE);
  }

  remove(map: MapLibreMap): void {
    if (map.getLayer(ID)) map.removeLayer(ID);
    if (map.getSource(ID)) map.removeSource(ID);
  }
}
