/** Open kilometres by year as an area: what has a known year of opening lies on what has none, which is hatched. */
import { computeTicks } from '../../core/compare/layout.ts';
import type { OpenByYear, OpenLength } from '../../core/measure/open-by-year.ts';
import { type Attributes, type Part, writeElement } from '../../core/markup.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';
import { drawWithHalo } from '../strokes.ts';
import { type Block, type Style, writeText, TEXT } from './layout.ts';

interface YearChartOptions {
  lang: string;
  left: number;
  width: number;
  open: OpenByYear;
  /** The year that is pointed out. */
  year: number;
  /** What the two parts of the area are called. */
  labels: { known: string; unknown: string };
  formatKm(km: number): string;
  formatNumber(value: number): string;
  formatYear(year: number): string;
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
function drawHatching({ x, y, bottom }: Scale, { first, years }: OpenByYear, { palette }: Style): Part {
  const end = x(first + years.length - 1);
  const strokes: string[] = [];
  for (const [i, { undatedKm }] of years.entries()) {
    const [from, to] = [x(first + i), Math.min(end, x(first + i + 1))];
    for (let at = Math.ceil(from / HATCH) * HATCH; at < to; at += HATCH)
      strokes.push(`M${px(at)} ${px(bottom)}V${px(y(undatedKm))}`);
  }
  return writeElement('path', { d: strokes.join(''), stroke: palette.textMuted, fill: 'none' });
}

function drawAxes(
  { open, left, width, formatNumber, formatYear }: YearChartOptions,
  most: number,
  scale: Scale,
  style: Style,
): Part {
  const { outline, textMuted } = style.palette;
  const muted = { 'font-size': TEXT, fill: textMuted };
  const { first, last } = open;
  const step = STEPS.find((years) => ((last - first) / years) * YEAR_WIDTH < width) ?? 100;
  const ticks = Array.from(
    { length: Math.floor(last / step) - Math.ceil(first / step) + 1 },
    (_, i) => (Math.ceil(first / step) + i) * step,
  );
  const isFree = (year: number): boolean => [first, last].every((end) => Math.abs(scale.x(year) - scale.x(end)) > YEAR_WIDTH / 2);
  const write = (year: number, anchor: string): Part =>
    writeText(scale.x(year), scale.bottom + 15, formatYear(year), { ...muted, 'text-anchor': anchor });
  return [
    computeTicks(0, most, 3).map((km) => [
      writeElement('path', { d: `M${px(left)} ${px(scale.y(km))}H${px(left + width)}`, stroke: km === 0 ? textMuted : outline }),
      km > 0 && drawWithHalo(formatNumber(km), { ...muted, x: px(left), y: px(scale.y(km) - 3) }, getHalo(style)),
    ]),
    ticks.filter(isFree).map((year) => write(year, 'middle')),
    write(first, 'start'),
    write(last, 'end'),
  ];
}

const getHalo = ({ palette }: Style): Attributes => ({ stroke: palette.surface, 'stroke-width': 4 });

/** The year that is pointed out, and what was open then. */
function drawYear({ open, year, left, width, formatKm, formatYear }: YearChartOptions, scale: Scale, style: Style): Part {
  const { palette } = style;
  const { km } = open.years[Math.min(Math.max(year, open.first), open.last) - open.first] ?? { km: 0 };
  const [x, y] = [scale.x(year), scale.y(km)];
  const isLate = x > left + width / 2;
  const label = {
    x: px(x + (isLate ? -8 : 8)),
    y: px(y - 7),
    'font-size': TEXT,
    'font-weight': 600,
    fill: palette.text,
    'text-anchor': isLate ? 'end' : 'start',
  };
  return [
    writeElement('path', { d: `M${px(x)} ${px(scale.bottom)}V${px(y)}`, stroke: palette.text, 'stroke-width': 1.5 }),
    writeElement('circle', { cx: px(x), cy: px(y), r: 4, fill: palette.surface, stroke: palette.text, 'stroke-width': 2 }),
    drawWithHalo(`${formatYear(year)}: ${formatKm(km)}`, label, getHalo(style)),
  ];
}

/** Labels that stand in their part of the area, where it is high enough to hold them. */
function drawLabels({ open, left, labels }: YearChartOptions, scale: Scale, style: Style): Part {
  const last = open.years.at(-1) ?? { km: 0, undatedKm: 0 };
  const first = open.years[0] ?? last;
  const write = (text: string, bottomKm: number, topKm: number, x: number, anchor: string): Part => {
    const [low, high] = [scale.y(bottomKm), scale.y(topKm)];
    if (low - high < TEXT + 4) return '';
    const at = { x: px(x), y: px((low + high) / 2 + TEXT / 3), 'text-anchor': anchor };
    return drawWithHalo(text, { ...at, 'font-size': TEXT, 'font-weight': 600, fill: style.palette.text }, getHalo(style));
  };
  return [
    write(labels.unknown, 0, first.undatedKm, left + EDGE, 'start'),
    write(labels.known, last.undatedKm, last.km, scale.x(open.last) - EDGE, 'end'),
  ];
}

/** Draws the chart below a height. */
function drawYearChart(options: YearChartOptions, top: number, style: Style): Block {
  const { lang, left, width, open } = options;
  const most = Math.max(1, ...open.years.map(({ km }) => km));
  const bottom = top + HEAD + PLOT;
  const scale: Scale = {
    x: (year) => left + EDGE + ((year - open.first) / Math.max(1, open.last - open.first)) * (width - 2 * EDGE),
    y: (km) => bottom - (km / most) * PLOT,
    bottom,
  };
  const undated = writeArea(scale, open, ({ undatedKm }) => undatedKm);
  const { palette } = style;
  const svg = [
    writeElement('path', { d: writeArea(scale, open, ({ km }) => km), fill: palette.accent, 'fill-opacity': 0.55 }),
    writeElement('path', { d: undated, fill: palette.surface }),
    drawHatching(scale, open, style),
    writeElement('path', { d: undated, fill: 'none', stroke: palette.textMuted }),
    drawAxes(options, most, scale, style),
    drawLabels(options, scale, style),
    drawYear(options, scale, style),
  ];
  return { svg: drawInDirection(lang, 2 * left + width, svg), bottom: bottom + AXIS };
}

/** The chart as a drawing of its own, to stand above a slider of the same width. */
export function drawYearChartSvg(
  options: Omit<YearChartOptions, 'left'> & { title: string; description: string },
  style: Style,
): string {
  const { lang, title, description, width } = options;
  const { svg, bottom } = drawYearChart({ ...options, left: 0 }, 0, style);
  const attributes = { 'font-size': TEXT, fill: style.palette.text };
  return writeDocument({ lang, title, description, width, height: px(bottom), attributes }, svg).text;
}
