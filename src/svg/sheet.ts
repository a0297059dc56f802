/** A picture to export: the map with a title above it, and legend, scale, sources and date below it. */
import { type Attributes, type Markup, type Part, writeElement, writeGroup } from '../core/markup.ts';
import { type Palette, PALETTES } from '../core/style/palette.ts';
import { type Shape, SYMBOL_SIZE } from '../core/style/symbols.ts';
import type { Camera } from '../core/url/view.ts';
import type { Point, Size } from '../core/geo/projection.ts';
import type { Pattern } from '../core/style/patterns/pattern.ts';
import { px } from './geometry.ts';
import { drawMarks } from './map/marks.ts';
import { drawInDirection } from './mirror.ts';
import { FONTS, writePicture, type PictureOptions } from './picture.ts';
import { writeLineStroke, writePaint } from './paint.ts';
import { writePattern } from './strokes.ts';
import { measureText, TEXT_SHARE, wrapText } from './text.ts';

export type LegendRow = { label: string } & (
  | {
      /** A name of the palette's line colours; none for a row that explains a pattern. */
      colour?: string | undefined;
      pattern: Pattern;
    }
  | { symbol: string; shapes?: readonly Shape[] }
);

export interface SheetOptions extends Omit<PictureOptions, 'bleed' | 'attributes'> {
  /** Pixels of a sheet of paper, which the map fills as far as the rest leaves room; without it the map has the size. */
  paper?: Size;
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
/** Of a symbol of the legend, in its own sizes. */
const SYMBOL = (TEXT * 1.25) / SYMBOL_SIZE;
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

interface LegendSetting {
  top: number;
  width: number;
  palette: Palette;
  isDashed: boolean;
  prefix: string;
}

function drawSample(row: LegendRow, x: number, y: number, { palette, isDashed, prefix }: LegendSetting): Part {
  if ('symbol' in row) {
    const mark = { symbol: row.symbol, shapes: row.shapes, at: [x + SAMPLE / 2, y] as Point, size: SYMBOL };
    const { symbols, definitions } = drawMarks([mark], prefix, { palette });
    return [definitions, symbols];
  }
  const { colour, pattern } = row;
  return writeElement('path', {
    d: `M${px(x)} ${px(y)}h${SAMPLE}`,
    fill: 'none',
    'stroke-width': SAMPLE_WIDTH,
    ...writePattern(pattern, SAMPLE_WIDTH, isDashed && colour !== undefined ? colour : null),
    'stroke-linecap': pattern === 'sea' ? 'round' : undefined,
    ...(colour === undefined ? writePaint(palette, { stroke: 'text' }) : writeLineStroke(palette, colour)),
  });
}

/** The legend from left to right in as many rows as it needs; `bottom` is the last baseline. */
function drawLegend(legend: readonly LegendRow[], setting: LegendSetting): { svg: Part; bottom: number } {
  const { top, width } = setting;
  let [x, y] = [EDGE, top];
  const svg = legend.map((row) => {
    const length = SAMPLE + 8 + measureText(row.label) * TEXT + 18;
    if (x > EDGE && x + length > EDGE + (width - 2 * EDGE) * TEXT_SHARE) [x, y] = [EDGE, y + TEXT * 1.7];
    const drawn = [drawSample(row, x, y - TEXT / 3, setting), writeText(row.label, x + SAMPLE + 8, y)];
    x += length;
    return drawn;
  });
  return { svg, bottom: y };
}

/** A scale bar for the middle of the map, no longer than `most` pixels. */
function drawScale({ zoom, lat }: Camera, y: number, most: number, { kilometres }: SheetOptions, palette: Palette): Part {
  const kmPerPixel = (EQUATOR * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom) / 1000;
  const km = roundLength(most * kmPerPixel);
  const length = km / kmPerPixel;
  return [
    writeElement('path', {
      d: `M${EDGE} ${px(y - 6)}v5h${px(length)}v-5`,
      ...writePaint(palette, { fill: 'none', stroke: 'text' }),
      'stroke-width': 1.5,
    }),
    writeText(kilometres(km), EDGE + length + 8, y),
  ];
}

/** What stands below the map: legend, scale and small print, from a height on. */
function drawFoot(options: SheetOptions, palette: Palette, top: number): { draw: (camera: Camera) => Part; bottom: number } {
  const width = (options.paper ?? options.size).width;
  const room = width - 2 * EDGE;
  const prefix = `${options.prefix ?? 's-'}key-`;
  const legend = drawLegend(options.legend, {
    top: top + EDGE + TEXT,
    width,
    palette,
    isDashed: options.isDashed ?? false,
    prefix,
  });
  const scaleY = legend.bottom + TEXT * 2;
  const lines = options.small.flatMap((text) => wrapText(text, room * TEXT_SHARE, SMALL));
  const print = lines.map((line, i) => writeText(line, EDGE, scaleY + (i + 1) * SMALL * LEADING));
  return {
    draw: (camera) => [
      writeGroup({}, legend.svg, drawScale(camera, scaleY, Math.min(160, room / 3), options, palette)),
      writeGroup({ 'font-size': SMALL }, print),
    ],
    bottom: scaleY + lines.length * SMALL * LEADING + EDGE,
  };
}

/** Pixels that a sheet of paper leaves for its map. */
export function measureMap(options: Omit<SheetOptions, 'view'> & { paper: Size }): Size {
  const { paper, theme } = options;
  const top = EDGE + HEADING * LEADING;
  const { bottom } = drawFoot({ ...options, view: [] }, options.palette ?? PALETTES[theme], top);
  return { width: paper.width, height: Math.floor(paper.height - bottom) };
}

export function drawSheet(options: SheetOptions): Sheet {
  const { heading, theme, lang } = options;
  const palette = options.palette ?? PALETTES[theme];
  const top = EDGE + HEADING * LEADING;
  const mapSize = options.paper ? measureMap({ ...options, paper: options.paper }) : options.size;
  const { width } = mapSize;
  const map = writePicture({
    ...options,
    size: mapSize,
    prefix: options.prefix ?? 's-',
    attributes: { x: 0, y: px(top), overflow: 'hidden' },
  });
  const foot = drawFoot(options, palette, top + mapSize.height);
  const height = options.paper?.height ?? Math.ceil(foot.bottom);
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
        foot.draw(map.camera),
      ),
    ),
  );
  return { svg: svg.text, size: { width, height } };
}
