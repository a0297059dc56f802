/** Times over kilometres in the form of UNESCAP: kilometres along, days up, a step where cargo waits, a gap where nothing is known. */
import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { computeTicks } from '../../core/compare/layout.ts';
import {
  type ChartPoint,
  computeChartSize,
  computeRuns,
  type PlacedTime,
  type TimeDistance,
  type TimeSeries,
} from '../../core/compare/time-distance.ts';
import type { Time } from '../../core/dataset/schema/context/times.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { type Block, TEXT, type Style, writeText } from './layout.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';
import { drawWithHalo } from '../strokes.ts';

export interface AxesOptions {
  left: number;
  width: number;
  formatKm(km: number): string;
  formatNumber(value: number): string;
  /** "Days". */
  daysLabel: string;
}

interface TimeChartOptions extends AxesOptions {
  charts: readonly TimeDistance[];
  /** False where no key says what the lines are called; true by default. */
  isNamed?: boolean;
}

/** Pixels. */
const PLOT = 220;
const AXIS = 38;
const STRIP = 16;
const LABEL_GAP = 14;
const LABEL_WIDTH = 26;

/** How figures are told apart without colour. */
const DASHES: Record<Time['basis'], string | undefined> = {
  actual: undefined,
  agreed: '9 3',
  planned: '4 3',
  record: '9 3 2 3',
  estimated: '2 2.5',
};

/** Kilometres and days to pixels. */
export interface Scale {
  x(km: number): number;
  y(days: number): number;
  right: number;
  bottom: number;
}

/** "A1": what a line of the chart is called in its key. */
export const getSeriesLabel = (slot: number, i: number): string => `${getItemStyle(slot).letter}${i + 1}`;

/** True where a chart has something to draw. */
export const hasTimes = ({ series, whole }: TimeDistance): boolean => series.length + whole.length > 0;

/** The field of a chart; `most` days leave some room above the last. */
export function createScale(
  { left, width }: Pick<AxesOptions, 'left' | 'width'>,
  { km, days }: { km: number; days: number },
  top: number,
): { scale: Scale; most: number; bottom: number } {
  const most = days * 1.08;
  const bottom = top + PLOT;
  const scale: Scale = {
    x: (at) => left + AXIS + (at / km) * (width - AXIS - 34),
    y: (at) => bottom - (at / most) * PLOT,
    right: left + width,
    bottom,
  };
  return { scale, most, bottom };
}

/** Draws the charts of all paths into one field, with a strip below for each that says where nothing is known. */
export function drawTimeChart(options: TimeChartOptions, top: number, style: Style): Block {
  const { charts, left, width, isNamed = true } = options;
  const { km, days } = computeChartSize(charts);
  const { scale, most, bottom } = createScale({ left, width }, { km, days }, top);
  const taken: Taken[] = [];
  const lines = charts.map((chart) => [
    chart.whole.map((one, i) => drawWhole(one, chart, chart.series.length + i, { scale, style, taken, isNamed })),
    chart.series.map((one, i) => drawSeries(one, chart, i, { scale, style, taken, isNamed })),
  ]);
  const strips = charts.map((chart, i) => drawStrip(chart, bottom + 34 + i * STRIP, scale, style, left));
  return {
    svg: [drawAxes(options, { km, most }, scale, style), lines, strips],
    bottom: bottom + 40 + charts.length * STRIP,
  };
}

/** Days up, kilometres along, with a line for each tick of days. */
export function drawAxes(
  { left, formatKm, formatNumber, daysLabel }: AxesOptions,
  size: { km: number; most: number },
  scale: Scale,
  { palette }: Style,
): Part {
  const muted = { 'font-size': TEXT, fill: palette.textMuted };
  const start = scale.x(0);
  return [
    computeTicks(0, size.most, 5).map((days) => [
      writeElement('path', { d: `M${px(start)} ${px(scale.y(days))}H${px(scale.x(size.km))}`, stroke: palette.outline }),
      writeText(start - 6, scale.y(days) + 4, formatNumber(days), { ...muted, 'text-anchor': 'end' }),
    ]),
    writeText(left, scale.y(size.most) - 6, daysLabel, muted),
    computeTicks(0, size.km, Math.max(3, Math.floor((scale.right - left) / 130))).map((at) => [
      writeElement('path', { d: `M${px(scale.x(at))} ${px(scale.bottom)}v5`, stroke: palette.textMuted }),
      writeText(scale.x(at), scale.bottom + 18, formatKm(at), { ...muted, 'text-anchor': at === 0 ? 'start' : 'middle' }),
    ]),
    writeElement('path', {
      d: `M${px(start)} ${px(scale.y(size.most))}V${px(scale.bottom)}H${px(scale.x(size.km))}`,
      fill: 'none',
      stroke: palette.textMuted,
    }),
  ];
}

interface Taken {
  x: number;
  y: number;
}
interface Context {
  scale: Scale;
  style: Style;
  /** Places of labels so far. */
  taken: Taken[];
  isNamed: boolean;
}

/** A label beside a point, as near as others leave room: a little up or down. */
function drawLabel(text: string, x: number, y: number, colour: string, { taken, style: { palette }, isNamed }: Context): Part {
  if (!isNamed) return null;
  const isFree = (at: number) => !taken.some((one) => Math.abs(one.x - x) < LABEL_WIDTH && Math.abs(one.y - at) < LABEL_GAP);
  const offsets = taken.flatMap((_, i) => [-(i + 1) * LABEL_GAP, (i + 1) * LABEL_GAP]);
  const at = y + ([0, ...offsets].find((offset) => isFree(y + offset)) ?? 0);
  taken.push({ x, y: at });
  const attributes = { x: px(x + 5), y: px(at + 4), 'font-size': TEXT, 'font-weight': 700, fill: colour };
  return drawWithHalo(text, attributes, { stroke: palette.surface, 'stroke-width': 3 });
}

function drawSeries(series: TimeSeries, { row }: TimeDistance, i: number, context: Context): Part {
  const { scale, style } = context;
  const colour = style.getColour(row.slot);
  const runs = computeRuns(series);
  const last = runs.at(-1)?.at(-1);
  const trace = (points: readonly ChartPoint[], pick: (point: ChartPoint) => number) =>
    points.map((point) => `${px(scale.x(point.km))} ${px(scale.y(pick(point)))}`).join('L');
  const hasLow = series.known.low !== null;
  return [
    runs.map((run) => [
      hasLow &&
        writeElement('path', {
          d: `M${trace(run, ({ high }) => high)}L${trace(run.toReversed(), ({ low }) => low)}Z`,
          fill: colour,
          opacity: 0.18,
        }),
      writeElement('path', {
        d: `M${trace(run, ({ high }) => high)}`,
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.6,
        'stroke-linejoin': 'round',
        ...(DASHES[series.basis] && { 'stroke-dasharray': DASHES[series.basis] }),
      }),
      run
        .slice(0, 1)
        .map((point) => writeElement('circle', { cx: px(scale.x(point.km)), cy: px(scale.y(point.high)), r: 2.4, fill: colour })),
    ]),
    last && drawLabel(getSeriesLabel(row.slot, i), scale.x(last.km), scale.y(last.high), colour, context),
  ];
}

/** From door to door: a thin straight line, as nothing is known of what lies between; its end as high as the figures differ. */
function drawWhole({ fromKm, toKm, low, high }: PlacedTime, { row }: TimeDistance, i: number, context: Context): Part {
  const { scale, style } = context;
  const colour = style.getColour(row.slot);
  const [least, most] = [low ?? high ?? 0, high ?? low ?? 0];
  const x = scale.x(toKm);
  return [
    [...new Set([least, most])].map((days) =>
      writeElement('path', {
        d: `M${px(scale.x(fromKm))} ${px(scale.bottom)}L${px(x)} ${px(scale.y(days))}`,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1,
        'stroke-dasharray': '1.5 4',
      }),
    ),
    writeElement('path', { d: `M${px(x)} ${px(scale.y(least))}V${px(scale.y(most))}`, stroke: colour, 'stroke-width': 3 }),
    writeElement('circle', {
      cx: px(x),
      cy: px(scale.y(most)),
      r: 3.2,
      fill: style.palette.surface,
      stroke: colour,
      'stroke-width': 1.8,
    }),
    drawLabel(getSeriesLabel(row.slot, i), x, scale.y(most), colour, context),
  ];
}

/** Where something is known, and where not; a mark for each wait, full where it has a time. */
function drawStrip({ row, km: whole, gaps, stops }: TimeDistance, y: number, scale: Scale, style: Style, left: number): Part {
  const colour = style.getColour(row.slot);
  const [start, end] = [scale.x(0), scale.x(whole)];
  return [
    writeText(left + 2, y + 4, getItemStyle(row.slot).letter, { 'font-size': TEXT, 'font-weight': 700, fill: colour }),
    writeElement('path', { d: `M${px(start)} ${px(y)}H${px(end)}`, stroke: colour, 'stroke-width': 5 }),
    gaps.map(({ fromKm, toKm }) => [
      writeElement('path', {
        d: `M${px(scale.x(fromKm))} ${px(y)}H${px(scale.x(toKm))}`,
        stroke: style.palette.surface,
        'stroke-width': 7,
      }),
      writeElement('path', {
        d: `M${px(scale.x(fromKm))} ${px(y)}H${px(scale.x(toKm))}`,
        stroke: colour,
        'stroke-width': 2,
        'stroke-dasharray': '1 5',
      }),
    ]),
    stops.map(({ km, timed }) =>
      writeElement('path', {
        d: `M${px(scale.x(km))} ${px(y - 5)}l4 5l-4 5l-4 -5z`,
        fill: timed ? colour : style.palette.surface,
        stroke: colour,
        'stroke-width': 1.2,
      }),
    ),
  ];
}

interface TimeChartDocument extends Omit<TimeChartOptions, 'left'> {
  title: string;
  description: string;
  lang: string;
}

/** The chart as an SVG document of its own, for a page. */
export function drawTimeChartSvg({ title, description, lang, ...options }: TimeChartDocument, style: Style): string {
  const { svg, bottom } = drawTimeChart({ ...options, left: 0 }, 20, style);
  return writeDocument(
    {
      lang,
      title,
      description,
      width: options.width,
      height: px(bottom),
      attributes: { 'font-size': TEXT, fill: style.palette.text },
    },
    drawInDirection(lang, options.width, svg),
  ).text;
}
