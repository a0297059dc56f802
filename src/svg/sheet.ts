/** A picture to export: the map with a title above it, and legend, scale, sources and date below it. */
import { type Attributes, type Markup, type Part, writeElement, writeGroup } from '../core/markup.ts';
import { type Palette, PALETTES } from '../core/style/palette.ts';
import type { Camera } from '../core/url/view.ts';
import type { Size } from '../core/geo/projection.ts';
import { getDashes } from '../core/style/drawing.ts';
import type { Pattern } from '../core/style/pattern.ts';
import { px } from './geometry.ts';
import { drawInDirection } from './mirror.ts';
import { FONTS, writePicture, type PictureOptions } from './picture.ts';
import { writePaint } from './paint.ts';
import { measureText, wrapText } from './text.ts';

export interface LegendRow {
  label: string;
  /** A name of the palette's line colours; none for a row that explains a pattern. */
  colour?: string | undefined;
  pattern: Pattern;
}

export interface SheetOptions extends Omit<PictureOptions, 'bleed' | 'attributes'> {
  heading: string;
  legend: readonly LegendRow[];
  /** Lines of small print: date, sources, address. */
  small: readonly string[];
  /** A length in kilometres in the reader's language. */
  kilometres: (km: number) => string;
}

export interface Sheet {
  /** An SVG document. */
  svg: string;
  /** Of the whole, in pixels. */
  size: Size;
}

const EDGE = 16;
const HEADING = 20;
const TEXT = 12;
const SMALL = 10;
const LEADING = 1.45;
const SAMPLE = 30;
const SAMPLE_WIDTH = 3;
/** Metres round the equator. */
const EQUATOR = 40_075_016.686;

/** The longest of 1, 2 and 5 times a power of ten that is no longer than a length. */
export function roundLength(km: number): number {
  const power = 10 ** Math.floor(Math.log10(km));
  return ([5, 2, 1].find((times) => times * power <= km) ?? 1) * power;
}

/** A line of text with its left end at a point. */
const writeText = (text: string, x: number, y: number, attributes: Attributes = {}): Markup =>
  writeElement('text', { x: px(x), y: px(y), ...attributes }, text);

function drawSample({ colour = '', pattern }: LegendRow, x: number, y: number, palette: Palette): Markup {
  const stroke: string = Object.entries(palette.line).find(([name]) => name === colour)?.[1] ?? palette.text;
  return writeElement('path', {
    d: `M${px(x)} ${px(y)}h${SAMPLE}`,
    stroke,
    'stroke-width': SAMPLE_WIDTH,
    'stroke-dasharray': getDashes(pattern)
      ?.map((dash) => px(dash * SAMPLE_WIDTH))
      .join(' '),
    'stroke-linecap': pattern === 'sea' ? 'round' : undefined,
  });
}

/** The legend from left to right in as many rows as it needs; `bottom` is the last baseline. */
function drawLegend(
  legend: readonly LegendRow[],
  { top, width, palette }: { top: number; width: number; palette: Palette },
): { svg: Part; bottom: number } {
  let [x, y] = [EDGE, top];
  const svg = legend.map((row) => {
    const length = SAMPLE + 8 + measureText(row.label) * TEXT + 18;
    if (x > EDGE && x + length > width - EDGE) [x, y] = [EDGE, y + TEXT * 1.7];
    const drawn = [drawSample(row, x, y - TEXT / 3, palette), writeText(row.label, x + SAMPLE + 8, y)];
    x += length;
    return drawn;
  });
  return { svg, bottom: y };
}

/** A scale bar for the middle of the map, no longer than `most` pixels. */
function drawScale({ zoom, lat }: Camera, y: number, most: number, { theme, kilometres }: SheetOptions): Part {
  const kmPerPixel = (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom) / 1000;
  const km = roundLength(most * kmPerPixel);
  const length = km / kmPerPixel;
  return [
    writeElement('path', {
      d: `M${EDGE} ${px(y - 6)}v5h${px(length)}v-5`,
      ...writePaint(PALETTES[theme], { fill: 'none', stroke: 'text' }),
      'stroke-width': 1.5,
    }),
    writeText(kilometres(km), EDGE + length + 8, y),
  ];
}

export function drawSheet(options: SheetOptions): Sheet {
  const { heading, small, size, theme, lang } = options;
  const { width } = size;
  const palette = PALETTES[theme];
  const room = width - 2 * EDGE;
  const top = EDGE + HEADING * LEADING;
  const map = writePicture({
    ...options,
    prefix: options.prefix ?? 's-',
    attributes: { x: 0, y: px(top), overflow: 'hidden' },
  });
  const legend = drawLegend(options.legend, { top: top + size.height + EDGE + TEXT, width, palette });
  const scaleY = legend.bottom + TEXT * 2;
  const lines = small.flatMap((text) => wrapText(text, room, SMALL));
  const print = lines.map((line, i) => writeText(line, EDGE, scaleY + (i + 1) * SMALL * LEADING));
  const height = Math.ceil(scaleY + lines.length * SMALL * LEADING + EDGE);
  const svg = writeElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      lang,
      direction: 'ltr',
      'font-family': FONTS,
    },
    writeElement('rect', { width, height, ...writePaint(palette, { fill: 'surface' }) }),
    map.svg,
    writeGroup(
      { ...writePaint(palette, { fill: 'text' }), 'font-size': TEXT },
      drawInDirection(
        lang,
        width,
        writeText(heading, EDGE, EDGE + HEADING * 0.8, { 'font-size': HEADING, 'font-weight': 600 }),
        writeGroup({}, legend.svg, drawScale(map.camera, scaleY, Math.min(160, room / 3), options)),
        writeGroup({ 'font-size': SMALL }, print),
      ),
    ),
  );
  return { svg: svg.text, size: { width, height } };
}
