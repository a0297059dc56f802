/** A picture to take along: the map with a title above it, and legend, scale, sources and date below it. */
import { PALETTES } from '../core/style/palette.ts';
import type { Size } from '../core/geo/projection.ts';
import { DASHES, DOTS } from '../core/style/drawing.ts';
import type { Pattern } from '../core/style/features.ts';
import { px } from './geometry.ts';
import { writeElement, escapeAttribute, writeGroup, writePaint } from './markup.ts';
import { FONTS, writePicture, type PictureOptions } from './picture.ts';
import { measureText } from './text-width.ts';

export interface LegendRow {
  label: string;
  /** A name of the palette's line colours; none for a row that explains a pattern. */
  colour?: string | undefined;
  pattern: Pattern;
}

export interface SheetOptions extends Omit<PictureOptions, 'standalone' | 'bleed'> {
  heading: string;
  legend: readonly LegendRow[];
  /** Lines of small print: date, sources, address. */
  small: readonly string[];
  /** A length in kilometres in the reader's language. */
  kilometres: (km: number) => string;
}

export interface Sheet {
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
/** Metres round the equator. */
const EQUATOR = 40_075_016.686;

/** Lines no wider than so many pixels. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)!} ${word}`;
    if (measureText(longer) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter((line) => line !== '');
}

/** The longest of 1, 2 and 5 times a power of ten that is no longer than so many kilometres. */
export function roundLength(km: number): number {
  const power = 10 ** Math.floor(Math.log10(km));
  return ([5, 2, 1].find((times) => times * power <= km) ?? 1) * power;
}

export function drawSheet(options: SheetOptions): Sheet {
  const { heading, legend, small, kilometres, size, theme, lang } = options;
  const palette = PALETTES[theme];
  const map = writePicture({ ...options, prefix: options.prefix ?? 's-' });
  const width = size.width;
  const room = width - 2 * EDGE;
  const top = EDGE + HEADING * LEADING;
  const write = (text: string, x: number, y: number, attributes: Parameters<typeof writeElement>[1] = {}): string =>
    writeElement('text', { x: px(x), y: px(y), ...attributes }, escapeAttribute(text));

  // Legend rows run on from left to right.
  let [x, y] = [EDGE, top + size.height + EDGE + TEXT];
  const rows: string[] = [];
  for (const { label, colour, pattern } of legend) {
    const wide = SAMPLE + 8 + measureText(label) * TEXT + 18;
    if (x > EDGE && x + wide > width - EDGE) [x, y] = [EDGE, y + TEXT * 1.7];
    const line = palette.line[colour as keyof typeof palette.line] ?? palette.text;
    const dashes =
      pattern === 'rail' ? undefined : (pattern === 'sea' ? DOTS : DASHES[pattern]).map((dash) => px(dash * 3)).join(' ');
    rows.push(
      writeElement('path', {
        d: `M${px(x)} ${px(y - TEXT / 3)}h${SAMPLE}`,
        stroke: line,
        'stroke-width': 3,
        'stroke-dasharray': dashes,
        'stroke-linecap': pattern === 'sea' ? 'round' : undefined,
      }) + write(label, x + SAMPLE + 8, y),
    );
    x += wide;
  }

  // The scale of the middle of the map.
  const { zoom, lat } = map.camera;
  const kmPerPixel = (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom) / 1000;
  const km = roundLength(Math.min(160, room / 3) * kmPerPixel);
  y += TEXT * 2;
  const bar = km / kmPerPixel;
  const scale =
    writeElement('path', {
      d: `M${EDGE} ${px(y - 6)}v5h${px(bar)}v-5`,
      fill: 'none',
      ...writePaint(palette, { fill: 'none', stroke: 'text' }),
      'stroke-width': 1.5,
    }) + write(kilometres(km), EDGE + bar + 8, y);

  const print = small.flatMap((text) => wrapText(text, room, SMALL)).map((line) => write(line, EDGE, (y += SMALL * LEADING)));
  const height = Math.ceil(y + EDGE);
  const inner = map.svg.replace(
    '<svg ',
    `<svg x="0" y="${px(top)}" width="${size.width}" height="${size.height}" overflow="hidden" `,
  );
  const svg = writeElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, lang, 'font-family': FONTS },
    writeElement('rect', { width, height, ...writePaint(palette, { fill: 'surface' }) }) +
      inner +
      writeGroup(
        { ...writePaint(palette, { fill: 'text' }), 'font-size': TEXT },
        write(heading, EDGE, EDGE + HEADING * 0.8, { 'font-size': HEADING, 'font-weight': 600 }) +
          writeGroup({}, rows.join('') + scale) +
          writeGroup({ 'font-size': SMALL }, print.join('')),
      ),
  );
  return { svg, size: { width, height } };
}
