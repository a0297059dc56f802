/** A shipment as a picture that stands for itself, for a file or paper: figures, map, chart, stations, notes. Pure. */
import type { ShipmentChart } from '../../core/shipments/view/chart.ts';
import { type Markup, type Part, writeElement } from '../../core/markup.ts';
import { PALETTES, type Theme } from '../../core/style/palette.ts';
import type { ShipmentRole } from '../../core/style/shipment.ts';
import type { Size } from '../../core/geo/projection.ts';
import {
  type Block,
  BODY as TEXT,
  HEADING,
  INNER,
  MARGIN,
  type Style,
  TEXT as SMALL,
  TITLE,
  WIDTH,
  writeText,
} from '../comparison/layout.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';
import { FONTS } from '../picture.ts';
import { wrapText } from '../text.ts';
import { drawSample, drawShipmentChart, listSeries, type ShipmentSeries } from './shipment-chart.ts';
import { drawWaySample } from './shipment-ways.ts';

export interface ShipmentSheet {
  theme: Theme;
  lang: string;
  title: string;
  /** State, file and date. */
  subtitle: string;
  figures: readonly { label: string; value: string }[];
  /** Draws the map with its left upper corner at a point. */
  drawMap(at: { x: number; y: number }, size: Size): Markup;
  /** What the map has of the shipment, in words. */
  mapKey: readonly { role: ShipmentRole; label: string }[];
  chart: ShipmentChart | null;
  chartTitle: string;
  daysLabel: string;
  formatKm(km: number): string;
  formatNumber(value: number): string;
  nameSeries(series: ShipmentSeries): string;
  stopsTitle: string;
  /** A line each. */
  stops: readonly string[];
  notes: readonly string[];
}

/** Text is larger than in a comparison: on A4 a pixel is half a point. */
const LEADING = 20;
const MAP_HEIGHT = 460;
/** Of the measured width of a line: where the fonts of the page are missing, as in a file, others are up to an eighth wider. */
const ROOM = 0.87;
const LABEL_WIDTH = 190;
/** Least room between a label and its figure. */
const GAP = 14;
/** Of one entry of a key. */
const KEY_WIDTH = 250;

/** Lines of text one below the other. */
function drawLines(lines: readonly string[], top: number, size: number, attributes: Record<string, string> = {}): Block {
  let y = top;
  const svg = lines.flatMap((line) =>
    wrapText(line, INNER * ROOM, size).map((part) => {
      y += size * 1.4;
      return writeText(MARGIN, y, part, { 'font-size': size, ...attributes });
    }),
  );
  return { svg, bottom: y };
}

function drawFigures(figures: ShipmentSheet['figures'], top: number, { palette }: Style): Block {
  let y = top;
  const svg = figures.map(({ label, value }) => {
    const start = y + LEADING;
    const labels = wrapText(label, (LABEL_WIDTH - GAP) * ROOM, TEXT);
    const lines = wrapText(value, (INNER - LABEL_WIDTH) * ROOM, TEXT);
    y += Math.max(1, labels.length, lines.length) * LEADING;
    return [
      labels.map((line, i) => writeText(MARGIN, start + i * LEADING, line, { fill: palette.textMuted })),
      lines.map((line, i) => writeText(MARGIN + LABEL_WIDTH, start + i * LEADING, line)),
    ];
  });
  return { svg, bottom: y };
}

function drawMapKey(key: ShipmentSheet['mapKey'], top: number, { palette }: Style): Block {
  const y = top + 20;
  const svg = key.map(({ role, label }, i) => {
    const x = MARGIN + i * KEY_WIDTH;
    return [drawWaySample(role, x, y, palette), writeText(x + 46, y + 4, label)];
  });
  return { svg, bottom: y + 12 };
}

function drawChart(sheet: ShipmentSheet, chart: ShipmentChart, top: number, style: Style): Block {
  const { svg, bottom } = drawShipmentChart({ ...sheet, chart, left: MARGIN, width: INNER }, top + 20, style);
  const key: Part = listSeries(chart).map((series, i) => {
    const x = MARGIN + i * KEY_WIDTH;
    return [
      drawSample(series, x, bottom + 16, style.palette),
      writeText(x + 34, bottom + 20, sheet.nameSeries(series), { 'font-size': SMALL }),
    ];
  });
  return { svg: [svg, key], bottom: bottom + 30 };
}

const drawHeading = (text: string, top: number): Block => ({
  svg: writeText(MARGIN, top + 30, text, { 'font-size': HEADING, 'font-weight': 600 }),
  bottom: top + 36,
});

/** The sheet as the text of an SVG document. */
export function drawShipmentSheet(sheet: ShipmentSheet): string {
  const { theme, lang, title, subtitle, figures, chart, stops, notes } = sheet;
  const palette = PALETTES[theme];
  const style: Style = { palette, getColour: () => palette.text };
  const blocks: Block[] = [
    { svg: writeText(MARGIN, MARGIN + 20, title, { 'font-size': TITLE, 'font-weight': 600 }), bottom: MARGIN + 26 },
  ];
  const add = (draw: (top: number) => Block): void => {
    blocks.push(draw(blocks.at(-1)?.bottom ?? 0));
  };
  add((top) => drawLines([subtitle], top, TEXT, { fill: palette.textMuted }));
  add((top) => drawFigures(figures, top + 8, style));
  const map = blocks.length;
  add((top) => ({
    svg: sheet.drawMap({ x: MARGIN, y: top + 16 }, { width: INNER, height: MAP_HEIGHT }),
    bottom: top + 16 + MAP_HEIGHT,
  }));
  add((top) => drawMapKey(sheet.mapKey, top, style));
  if (chart) {
    add((top) => drawHeading(sheet.chartTitle, top));
    add((top) => drawChart(sheet, chart, top, style));
  }
  add((top) => drawHeading(sheet.stopsTitle, top));
  add((top) => drawLines(stops, top, TEXT));
  add((top) => drawLines(notes, top + 12, SMALL, { fill: palette.textMuted }));
  const height = px((blocks.at(-1)?.bottom ?? 0) + MARGIN);
  return writeDocument(
    { lang, title, width: WIDTH, height, attributes: { 'font-family': FONTS, 'font-size': TEXT, fill: palette.text } },
    writeElement('rect', { width: '100%', height: '100%', fill: palette.surface }),
    blocks.map(({ svg }, i) => (i === map ? svg : drawInDirection(lang, WIDTH, svg))),
  ).text;
}
