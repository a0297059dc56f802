/** Open kilometres by year as an area: what has a known year of opening lies on what has none, which is hatched. */
import { computeTicks } from '../../core/compare/layout.ts';
import type { OpenByYear, OpenLength } from '../../core/measure/open-by-year.ts';
import { type Attributes, type Part, writeElement } from '../../core/markup.ts';
import type { Palette } from '../../core/style/palette.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';
import { writePaint } from '../paint.ts';
import { drawWithHalo } from '../strokes.ts';
import { measureText } from '../text.ts';
import { type Block, writeText, TEXT } from './layout.ts';

export interface YearsPicture {
  open: OpenByYear;
  /** The year that is pointed out. */
  year: number;
  /** What the two parts of the area are called. */
  labels: { known: string; unknown: string };
  formatNumber(value: number): string;
  formatYear(year: number): string;
  /** "2026: 21,710 km". */
  formatTotal(year: number, km: number): string;
}

interface YearChartOptions extends YearsPicture {
  left: number;
  width: number;
  /** Pixels of the plot from its axis up. */
  plot: number;
}

/** Pixels. */
const PLOT = 104;
const AXIS = 22;
/** Half the thumb of a slider below the chart, which moves over the same years. */
const EDGE = 8;
/** Room for the figure above the area. */
const HEAD = 20;
const HATCH = 5;
/** Pixels that a label of a year takes. */
const YEAR_WIDTH = 64;
/** Round years that an axis may have, the closest first. */
const STEPS = [5, 10, 25, 50, 100];
/** Pixels from a line up to the foot of its figure. */
const FIGURE_UP = 4;
/** Pixels between two lines of kilometres, about. */
const LINE_GAP = 50;

interface Scale {
  x(year: number): number;
  y(km: number): number;
  bottom: number;
}

/** The outline of an area that steps up, or down, at the years. */
function writeArea({ x, y, bottom }: Scale, { first, years }: OpenByYear, getKm: (open: OpenLength) => number): string {
  const steps = years.map((open, i) => `H${px(x(first + i))}V${px(y(getKm(open)))}`);
  return `M${px(x(first))} ${px(bottom)}${steps.join('')}V${px(bottom)}Z`;
}

/** Upright strokes as high as what has no year: they need no clipping, which the page's policy for styles would forbid. */
function drawHatching({ x, y, bottom }: Scale, { first, years }: OpenByYear, palette: Palette): Part {
  const end = x(first + years.length - 1);
  const strokes: string[] = [];
  for (const [i, { undatedKm }] of years.entries()) {
    const [from, to] = [x(first + i), Math.min(end, x(first + i + 1))];
    for (let at = Math.ceil(from / HATCH) * HATCH; at < to; at += HATCH)
      strokes.push(`M${px(at)} ${px(bottom)}V${px(y(undatedKm))}`);
  }
  return writeElement('path', { d: strokes.join(''), ...writePaint(palette, { stroke: 'textMuted', fill: 'none' }) });
}

function drawAxes(
  { open, left, width, plot, formatNumber, formatYear }: YearChartOptions,
  most: number,
  scale: Scale,
  palette: Palette,
): Part {
  const muted = { 'font-size': TEXT, ...writePaint(palette, { fill: 'textMuted' }) };
  const { first, last } = open;
  const step = STEPS.find((years) => ((last - first) / years) * YEAR_WIDTH < width) ?? 100;
  const ticks = Array.from(
    { length: Math.floor(last / step) - Math.ceil(first / step) + 1 },
    (_, i) => (Math.ceil(first / step) + i) * step,
  );
  const isFree = (year: number): boolean => [first, last].every((end) => Math.abs(scale.x(year) - scale.x(end)) > YEAR_WIDTH);
  const write = (year: number, anchor: string): Part =>
    writeText(scale.x(year), scale.bottom + 15, formatYear(year), { ...muted, 'text-anchor': anchor });
  return [
    computeTicks(0, most, Math.max(3, Math.round(plot / LINE_GAP))).map((km) => [
      writeElement('path', {
        d: `M${px(left)} ${px(scale.y(km))}H${px(left + width)}`,
        ...writePaint(palette, { stroke: km === 0 ? 'textMuted' : 'outline' }),
      }),
      km > 0 && drawFigure(formatNumber(km), left, scale.y(km) - FIGURE_UP, palette),
    ]),
    ticks.filter(isFree).map((year) => write(year, 'middle')),
    write(first, 'start'),
    write(last, 'end'),
  ];
}

/** A figure of the axis on a ground of its own: between the small zeros of Persian, an edge would leave the hatching. */
const drawFigure = (text: string, left: number, y: number, palette: Palette): Part => [
  writeElement('rect', {
    x: px(left),
    y: px(y - TEXT),
    width: px(measureText(text) * TEXT + 3),
    height: px(TEXT + 2),
    ...writePaint(palette, { fill: 'surface' }),
  }),
  drawOnGround(text, { x: px(left), y: px(y) }, palette, 'textMuted'),
];

/** A text that stays legible on the area and its lines. */
const drawOnGround = (text: string, at: Attributes, palette: Palette, fill: 'text' | 'textMuted' = 'text'): Part =>
  drawWithHalo(
    text,
    { 'font-size': TEXT, ...at, ...writePaint(palette, { fill }) },
    { ...writePaint(palette, { fill, stroke: 'surface' }), 'stroke-width': 4 },
  );

/** The year that is pointed out, and what was open then. */
function drawYear({ open, year, left, width, formatTotal }: YearChartOptions, scale: Scale, palette: Palette): Part {
  const { km } = open.years[Math.min(Math.max(year, open.first), open.last) - open.first] ?? { km: 0 };
  const [x, y] = [scale.x(year), scale.y(km)];
  const isLate = x > left + width / 2;
  const label = {
    x: px(x + (isLate ? -8 : 8)),
    y: px(y - 7),
    'font-weight': 600,
    'text-anchor': isLate ? 'end' : 'start',
  };
  return [
    writeElement('path', {
      d: `M${px(x)} ${px(scale.bottom)}V${px(y)}`,
      ...writePaint(palette, { stroke: 'text' }),
      'stroke-width': 1.5,
    }),
    writeElement('circle', {
      cx: px(x),
      cy: px(y),
      r: 4,
      ...writePaint(palette, { fill: 'surface', stroke: 'text' }),
      'stroke-width': 2,
    }),
    drawOnGround(formatTotal(year, km), label, palette),
  ];
}

/** Labels that stand in their part of the area, where it is high enough to hold them. */
function drawLabels({ open, left, labels, formatNumber }: YearChartOptions, scale: Scale, palette: Palette): Part {
  const last = open.years.at(-1) ?? { km: 0, undatedKm: 0 };
  const first = open.years[0] ?? last;
  const write = (text: string, bottomKm: number, topKm: number, x: number, anchor: string): Part => {
    const [low, high] = [scale.y(bottomKm), scale.y(topKm)];
    if (low - high < TEXT + 4) return '';
    const at = { x: px(x), y: px((low + high) / 2 + TEXT / 3), 'text-anchor': anchor };
    return drawOnGround(text, { ...at, 'font-weight': 600 }, palette);
  };
  return [
    // Beside the figures of the axis.
    write(labels.unknown, 0, first.undatedKm, left + EDGE + measureText(formatNumber(last.km)) * TEXT, 'start'),
    write(labels.known, last.undatedKm, last.km, scale.x(open.last) - EDGE, 'end'),
  ];
}

/** Draws the chart below a height. */
export function drawYearChart(options: YearChartOptions, top: number, palette: Palette): Block {
  const { left, width, plot, open } = options;
  const most = Math.max(1, ...open.years.map(({ km }) => km));
  const bottom = top + HEAD + plot;
  const scale: Scale = {
    x: (year) => left + EDGE + ((year - open.first) / Math.max(1, open.last - open.first)) * (width - 2 * EDGE),
    y: (km) => bottom - (km / most) * plot,
    bottom,
  };
  const undated = writeArea(scale, open, ({ undatedKm }) => undatedKm);
  const svg = [
    writeElement('path', {
      d: writeArea(scale, open, ({ km }) => km),
      ...writePaint(palette, { fill: 'accent' }),
      'fill-opacity': 0.55,
    }),
    writeElement('path', { d: undated, ...writePaint(palette, { fill: 'surface' }) }),
    drawHatching(scale, open, palette),
    writeElement('path', { d: undated, ...writePaint(palette, { fill: 'none', stroke: 'textMuted' }) }),
    drawAxes(options, most, scale, palette),
    drawYear(options, scale, palette),
    drawLabels(options, scale, palette),
  ];
  return { svg, bottom: bottom + AXIS };
}

/** The chart as a drawing of its own, to stand above a slider of the same width. */
export function drawYearChartSvg(
  options: YearsPicture & { lang: string; width: number; title: string; description: string },
  palette: Palette,
): string {
  const { lang, title, description, width } = options;
  const { svg, bottom } = drawYearChart({ ...options, left: 0, plot: PLOT }, 0, palette);
  const attributes = { 'font-size': TEXT, fill: palette.text };
  const drawn = drawInDirection(lang, width, svg);
  return writeDocument({ lang, title, description, width, height: px(bottom), attributes }, drawn).text;
}
