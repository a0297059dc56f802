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
import { type Attributes, type Part, writeElement } from '../../core/markup.ts';
import { drawKmAxis } from './axis.ts';
import { type Block, LEADING, type Style, TEXT, type TimesPicture, writeText } from './layout.ts';
import { px } from '../geometry.ts';
import { writeLineFill, writeLineStroke, writePaint } from '../paint.ts';
import { drawWithHalo } from '../strokes.ts';
import { measureText, TEXT_SHARE, wrapText } from '../text.ts';

export interface AxesOptions {
  left: number;
  width: number;
  formatKm(km: number): string;
  formatNumber(value: number): string;
  /** "Days". */
  daysLabel: string;
}

interface TimeChartOptions extends AxesOptions, Pick<TimesPicture, 'charts' | 'nameSeries' | 'partsLabel'> {
  /** False where no key says what the lines are called; true by default. */
  isKeyed?: boolean;
}

/** Pixels. */
const PLOT = 260;
const AXIS = 38;
const STRIP = 18;
const LABEL_GAP = 15;
/** Free at the right, for labels of two characters. */
const END = 24;
/** Width of a chart in which lines are labelled in words. */
const WORDED = 440;

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
    x: (at) => left + AXIS + (at / km) * (width - AXIS - END),
    y: (at) => bottom - (at / most) * PLOT,
    right: left + width,
    bottom,
  };
  return { scale, most, bottom };
}

/** Draws the charts of all paths into one field, with a strip below for each that says where nothing is known. */
export function drawTimeChart(options: TimeChartOptions, top: number, style: Style): Block {
  const { charts, left, width, isKeyed = true } = options;
  const { km, days } = computeChartSize(charts);
  const { scale, most, bottom } = createScale({ left, width }, { km, days }, top);
  const labels: Label[] = [];
  const lines = charts.map((chart) => {
    const add = (i: number, at: { x: number; y: number }) => {
      const code = getSeriesLabel(chart.row.slot, i);
      const words = options.nameSeries(chart, i);
      const text = !isKeyed ? `${getItemStyle(chart.row.slot).letter} ${words}` : width < WORDED ? code : `${code} ${words}`;
      labels.push({ text, ...at, colour: style.getColour(chart.row.slot) });
    };
    return writeElement('g', { 'data-item': chart.row.text }, [
      chart.whole.map((one, i) => drawWhole(one, chart, { scale, style, label: (at) => add(chart.series.length + i, at) })),
      chart.series.map((one, i) => drawSeries(one, chart, { scale, style, label: (at) => add(i, at) })),
    ]);
  });
  const parts = wrapText(options.partsLabel, width * TEXT_SHARE, TEXT);
  const muted = writePaint(style.palette, { fill: 'textMuted' });
  const below = bottom + 46 + parts.length * LEADING;
  const strips = charts.map((chart, i) => drawStrip(chart, below + i * STRIP, scale, style, left));
  return {
    svg: [
      drawAxes(options, { km, most }, scale, style),
      lines,
      placeLabels(labels, { left: scale.x(0), right: left + width, top, bottom }, style),
      parts.map((line, i) => writeText(left, bottom + 48 + i * LEADING, line, muted)),
      strips,
    ],
    bottom: below + 2 + charts.length * STRIP,
  };
}

/** Days up, kilometres along, with a line for each tick. */
export function drawAxes(
  { left, formatKm, formatNumber, daysLabel }: AxesOptions,
  size: { km: number; most: number },
  scale: Scale,
  style: Style,
): Part {
  const { palette } = style;
  const muted = writePaint(palette, { fill: 'textMuted' });
  const [start, end, top] = [scale.x(0), scale.x(size.km), scale.y(size.most)];
  const axis = { low: 0, high: size.km, left: start, right: end, top, bottom: scale.bottom, formatKm };
  return [
    computeTicks(0, size.most, 5).map((days) => [
      writeElement('path', {
        d: `M${px(start)} ${px(scale.y(days))}H${px(end)}`,
        ...writePaint(palette, { stroke: 'outline' }),
      }),
      writeText(start - 6, scale.y(days) + 4, formatNumber(days), { ...muted, 'text-anchor': 'end' }),
    ]),
    writeText(left, top - 8, daysLabel, { ...writePaint(palette, { fill: 'text' }), 'font-weight': 600 }),
    drawKmAxis(axis, style),
    writeElement('path', {
      d: `M${px(start)} ${px(top)}V${px(scale.bottom)}`,
      fill: 'none',
      ...writePaint(palette, { stroke: 'textMuted' }),
    }),
  ];
}

/** What a line is, beside its end. */
interface Label {
  text: string;
  x: number;
  y: number;
  colour: string;
}
interface Context {
  scale: Scale;
  style: Style;
  label(at: { x: number; y: number }): void;
}

/** Labels beside their points: after them where there is room, else before; as near as others leave room, a little up or down. */
function placeLabels(labels: readonly Label[], field: Record<'left' | 'right' | 'top' | 'bottom', number>, style: Style): Part {
  const taken: { from: number; to: number; y: number }[] = [];
  return labels.map(({ text, x, y, colour }) => {
    const width = measureText(text, { bold: true }) * TEXT;
    const after = x + 6 + width <= field.right;
    const from = after ? x + 6 : Math.max(field.left + 4, x - 6 - width);
    const isFree = (at: number) =>
      at >= field.top &&
      at <= field.bottom &&
      !taken.some((one) => one.from < from + width && one.to > from && Math.abs(one.y - at) < LABEL_GAP);
    const offsets = labels.flatMap((_, i) => [-(i + 1) * LABEL_GAP, (i + 1) * LABEL_GAP]);
    const at = y + ([0, ...offsets].find((offset) => isFree(y + offset)) ?? 0);
    taken.push({ from, to: from + width, y: at });
    const attributes = { x: px(from), y: px(at + 4), 'font-weight': 700, ...writeLineFill(style.palette, colour) };
    const halo = { ...writePaint(style.palette, { fill: 'surface', stroke: 'surface' }), 'stroke-width': 3 };
    return drawWithHalo(text, attributes, halo);
  });
}

function drawSeries(series: TimeSeries, { row }: TimeDistance, { scale, style, label }: Context): Part {
  const colour = style.getColour(row.slot);
  const runs = computeRuns(series);
  const last = runs.at(-1)?.at(-1);
  if (last) label({ x: scale.x(last.km), y: scale.y(last.high) });
  const trace = (points: readonly ChartPoint[], pick: (point: ChartPoint) => number) =>
    points.map((point) => `${px(scale.x(point.km))} ${px(scale.y(pick(point)))}`).join('L');
  const hasLow = series.known.low !== null;
  return [
    runs.map((run) => [
      hasLow &&
        writeElement('path', {
          d: `M${trace(run, ({ high }) => high)}L${trace(run.toReversed(), ({ low }) => low)}Z`,
          ...writeLineFill(style.palette, colour),
          opacity: 0.18,
        }),
      writeElement('path', {
        d: `M${trace(run, ({ high }) => high)}`,
        fill: 'none',
        ...writeLineStroke(style.palette, colour),
        'stroke-width': 2.6,
        'stroke-linejoin': 'round',
        ...(DASHES[series.basis] && { 'stroke-dasharray': DASHES[series.basis] }),
      }),
      run.slice(0, 1).map((point) => {
        const at = { cx: px(scale.x(point.km)), cy: px(scale.y(point.high)), r: 2.4 };
        return writeElement('circle', { ...at, ...writeLineFill(style.palette, colour) });
      }),
    ]),
  ];
}

/** From door to door: a thin straight line, as nothing is known of what lies between; its end as high as the figures differ. */
function drawWhole({ fromKm, toKm, low, high }: PlacedTime, { row }: TimeDistance, { scale, style, label }: Context): Part {
  const stroke = { fill: 'none', ...writeLineStroke(style.palette, style.getColour(row.slot)) };
  const [least, most] = [low ?? high ?? 0, high ?? low ?? 0];
  const x = scale.x(toKm);
  label({ x, y: scale.y(most) });
  return [
    [...new Set([least, most])].map((days) =>
      writeElement('path', {
        d: `M${px(scale.x(fromKm))} ${px(scale.bottom)}L${px(x)} ${px(scale.y(days))}`,
        ...stroke,
        'stroke-width': 1,
        'stroke-dasharray': '1.5 4',
      }),
    ),
    writeElement('path', { d: `M${px(x)} ${px(scale.y(least))}V${px(scale.y(most))}`, ...stroke, 'stroke-width': 3 }),
    writeElement('circle', { cx: px(x), cy: px(scale.y(most)), r: 4.2, ...writePaint(style.palette, { fill: 'surface' }) }),
    writeElement('circle', { cx: px(x), cy: px(scale.y(most)), r: 3.2, ...stroke, 'stroke-width': 1.8 }),
  ];
}

/** Where something is known, and where not; a mark for each wait, full where it has a time. */
function drawStrip({ row, km: whole, gaps, stops }: TimeDistance, y: number, scale: Scale, style: Style, left: number): Part {
  const { palette } = style;
  const colour = style.getColour(row.slot);
  const [start, end] = [scale.x(0), scale.x(whole)];
  const stroke = writeLineStroke(palette, colour);
  const draw = (from: number, to: number, attributes: Attributes) =>
    writeElement('path', { d: `M${px(from)} ${px(y)}H${px(to)}`, ...attributes });
  return [
    writeText(left + 2, y + 4, getItemStyle(row.slot).letter, { 'font-weight': 700, ...writeLineFill(palette, colour) }),
    draw(start, end, { ...stroke, 'stroke-width': 5 }),
    gaps.map(({ fromKm, toKm }) => [
      draw(scale.x(fromKm), scale.x(toKm), { ...writePaint(palette, { stroke: 'surface' }), 'stroke-width': 7 }),
      draw(scale.x(fromKm), scale.x(toKm), { ...stroke, 'stroke-width': 2, 'stroke-dasharray': '1 5' }),
    ]),
    stops.map(({ km, timed }) => {
      const d = `M${px(scale.x(km))} ${px(y - 5)}l4 5l-4 5l-4 -5z`;
      const ground = timed ? writeLineFill(palette, colour) : writePaint(palette, { fill: 'surface' });
      return [writeElement('path', { d, ...ground }), writeElement('path', { d, fill: 'none', ...stroke, 'stroke-width': 1.2 })];
    }),
  ];
}
