/** The time–distance chart of a shipment: reported as a line, plans and estimates dashed, published times as a wedge. */
import type { ShipmentChart, ShipmentDot } from '../../core/shipments/view/chart.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import type { Palette } from '../../core/style/palette.ts';
import { type AxesOptions, createScale, drawAxes, type Scale } from '../comparison/time-chart.ts';
import { type Block, LEADING, type Style, TEXT } from '../comparison/layout.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';

/** What the lines of the chart are, in the order of its key. */
const SHIPMENT_SERIES = ['actual', 'planned', 'estimated', 'published'] as const;
export type ShipmentSeries = (typeof SHIPMENT_SERIES)[number];

/** How the series differ without colour. */
const DASHES: Partial<Record<ShipmentSeries, string>> = { planned: '6 4', estimated: '2 3' };
const getColour = (palette: Palette, series: ShipmentSeries): string =>
  ({
    actual: palette.text,
    planned: palette.line.blue,
    estimated: palette.line.orange,
    published: palette.line.violet,
  })[series];

/** The series of a chart that have something to draw. */
export const listSeries = (chart: ShipmentChart): ShipmentSeries[] =>
  SHIPMENT_SERIES.filter((series) => chart[series].length > 0);

export function drawShipmentChart(options: AxesOptions & { chart: ShipmentChart }, top: number, style: Style): Block {
  const { chart } = options;
  const size = { km: chart.wholeKm, days: chart.days };
  const { scale, most, bottom } = createScale(options, size, top);
  const bands = chart.published.map(({ from, toKm, low, high }) => {
    const colour = getColour(style.palette, 'published');
    const point = (km: number, days: number) => `${px(scale.x(km))} ${px(scale.y(days))}`;
    return [
      writeElement('path', {
        d: `M${point(from.km, from.days)}L${point(toKm, high)}L${point(toKm, low)}Z`,
        fill: colour,
        'fill-opacity': 0.18,
        stroke: colour,
        'stroke-width': 1.2,
        'stroke-dasharray': '1.5 3',
      }),
    ];
  });
  return {
    svg: [
      drawAxes(options, { km: size.km, most }, scale, style),
      bands,
      (['estimated', 'planned', 'actual'] as const).map((series) => drawSeries(chart[series], series, scale, style)),
    ],
    bottom: bottom + 26,
  };
}

function drawSeries(dots: readonly ShipmentDot[], series: ShipmentSeries, scale: Scale, { palette }: Style): Part {
  if (dots.length === 0) return null;
  const colour = getColour(palette, series);
  const points = dots.map(({ km, days }) => [px(scale.x(km)), px(scale.y(days))] as const);
  // Thousands of reports of one hour fall on one pixel.
  const marks = new Map(points.map((point) => [point.join(), point]));
  return [
    writeElement('path', {
      d: `M${points.map((point) => point.join(' ')).join('L')}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': series === 'actual' ? 2.4 : 1.6,
      'stroke-linejoin': 'round',
      ...(DASHES[series] && { 'stroke-dasharray': DASHES[series] }),
    }),
    [...marks.values()].map(([cx, cy]) =>
      writeElement('circle', {
        cx,
        cy,
        r: series === 'actual' ? 2.6 : 3.2,
        stroke: colour,
        'stroke-width': 1.6,
        fill: series === 'actual' ? colour : palette.surface,
      }),
    ),
  ];
}

/** A sample of a series for a key, 26 pixels wide, its middle at `y`. */
export function drawSample(series: ShipmentSeries, x: number, y: number, palette: Palette): Part {
  const colour = getColour(palette, series);
  if (series === 'published') {
    return writeElement('path', {
      d: `M${px(x)} ${px(y + 5)}L${px(x + 26)} ${px(y - 6)}V${px(y + 5)}Z`,
      fill: colour,
      'fill-opacity': 0.3,
    });
  }
  return writeElement('path', {
    d: `M${px(x)} ${px(y)}h26`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 2.4,
    ...(DASHES[series] && { 'stroke-dasharray': DASHES[series] }),
  });
}

interface ChartDocument extends Omit<AxesOptions, 'left'> {
  chart: ShipmentChart;
  title: string;
  description: string;
  lang: string;
  /** Names of the series. */
  nameSeries(series: ShipmentSeries): string;
}

/** The chart with its key as an SVG document of its own, for a page. */
export function drawShipmentChartSvg({ title, description, lang, nameSeries, ...options }: ChartDocument, style: Style): string {
  const { svg, bottom } = drawShipmentChart({ ...options, left: 0 }, LEADING + 4, style);
  const rows = listSeries(options.chart).map((series, i) => {
    const y = bottom + 12 + i * LEADING;
    return [
      drawSample(series, 2, y, style.palette),
      writeElement('text', { x: 36, y: px(y + 4), 'font-size': TEXT, fill: style.palette.text }, nameSeries(series)),
    ];
  });
  const height = px(bottom + 8 + rows.length * LEADING);
  return writeDocument(
    { lang, title, description, width: options.width, height, attributes: { 'font-size': TEXT, fill: style.palette.text } },
    drawInDirection(lang, options.width, svg, rows),
  ).text;
}
