/** One chart of a comparison as an SVG document of its own, for a page or as a file. */
import { type Markup, type Part, writeElement } from '../../core/markup.ts';
import { getLineColour, type LineColour, PALETTES, type Theme } from '../../core/style/palette.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { drawInDirection } from '../mirror.ts';
import { writeDarkCss, writePaint } from '../paint.ts';
import { FONTS } from '../picture.ts';
import { TEXT_SHARE, wrapText } from '../text.ts';
import { drawBars } from './bars.ts';
import {
  type BarsPicture,
  type Block,
  HEADING,
  LEADING,
  type StripsPicture,
  type Style,
  TEXT,
  type TimesPicture,
  writeText,
} from './layout.ts';
import { drawStrips } from './strips.ts';
import { drawTimeChart } from './time-chart.ts';
import { drawYearChart, type YearsPicture } from './year-chart.ts';

export interface ChartDocument {
  theme: Theme;
  lang: string;
  title: string;
  /** What is in it, for those who do not see it. */
  description: string;
  /** Pixels. */
  width: number;
  /** Each thing that is compared, with its colour. */
  items: readonly { slot: number; colour: LineColour }[];
  /**
   * True for a file of its own: with its title and a margin, light with dark colours for readers who like it dark. A page that it
   * is in has the title above it.
   */
  isFile?: boolean;
  /** True where a page that it is in has its colours, light and dark, as a style sheet. */
  hasPageColours?: boolean;
}

/** Height of the plot of years, in widths of the chart. */
const YEARS_SHAPE = 0.4;
/** Round a chart that is a file, and round one in a page, so that what is thick at its edges is not cut. */
const MARGIN = { file: 24, page: 4 };

function writeChart(
  { theme, lang, title, description, width, items, isFile, hasPageColours }: ChartDocument,
  draw: DrawChart,
): Markup {
  const palette = PALETTES[theme];
  const colours = new Map(items.map(({ slot, colour }) => [slot, getLineColour(theme, colour)]));
  const style: Style = { palette, getColour: (slot) => colours.get(slot) ?? palette.text };
  const margin = isFile ? MARGIN.file : MARGIN.page;
  const inner = width - 2 * margin;
  const heading: Part[] = (isFile ? wrapText(title, inner * TEXT_SHARE, HEADING, { bold: true }) : []).map((line, i) =>
    writeText(margin, margin + HEADING + i * HEADING * 1.3, line, { 'font-size': HEADING, 'font-weight': 600 }),
  );
  const top = margin + (heading.length > 0 ? heading.length * HEADING * 1.3 + LEADING : 0);
  const chart = draw({ left: margin, width: inner }, top, style);
  return writeDocument(
    {
      lang,
      title,
      description,
      width,
      height: px(chart.bottom + margin),
      attributes: { 'font-family': FONTS, 'font-size': TEXT, ...writePaint(palette, { fill: 'text' }) },
    },
    isFile && [
      !hasPageColours && writeElement('style', {}, writeDarkCss(PALETTES.dark)),
      writeElement('rect', { width: '100%', height: '100%', rx: 8, ...writePaint(palette, { fill: 'surface' }) }),
    ],
    drawInDirection(lang, width, heading, chart.svg),
  );
}

type DrawChart = (place: { left: number; width: number }, top: number, style: Style) => Block;

/** Lengths as bars, split as they come. */
export const writeBarsChart = (document: ChartDocument, bars: BarsPicture): Markup =>
  writeChart(document, (place, top, style) => drawBars({ ...bars, ...place }, top, style));

/** Routes as straight lines. */
export const writeStripsChart = (document: ChartDocument, strips: StripsPicture): Markup =>
  writeChart(document, (place, top, style) => drawStrips({ ...strips, ...place }, top, style));

type Times = Pick<TimesPicture, 'charts' | 'daysLabel' | 'partsLabel' | 'formatNumber' | 'nameSeries'>;

/** Days over kilometres; a key of the lines below them, where they are not told beside the chart. */
export const writeTimesChart = (
  document: ChartDocument,
  { key = [], ...times }: Times & { formatKm(km: number): string; key?: readonly string[] },
): Markup =>
  writeChart(document, (place, top, style) => {
    const isKeyed = !document.isFile || key.length > 0;
    const { svg, bottom } = drawTimeChart({ ...times, ...place, isKeyed }, top + LEADING, style);
    const lines = key.flatMap((words) => wrapText(words, place.width * TEXT_SHARE, TEXT));
    const muted = writePaint(style.palette, { fill: 'textMuted' });
    const written = lines.map((line, i) => writeText(place.left, bottom + (i + 1) * LEADING, line, muted));
    return { svg: [svg, written], bottom: bottom + lines.length * LEADING };
  });

/** Open kilometres by year, below what they are. */
export const writeYearsChart = (document: ChartDocument, { axis, ...years }: YearsPicture & { axis: string }): Markup =>
  writeChart(document, ({ left, width }, top, { palette }) => {
    const muted = writePaint(palette, { fill: 'textMuted' });
    const lines = wrapText(axis, width * TEXT_SHARE, TEXT).map((line, i) =>
      writeText(left, top + (i + 1) * LEADING - 4, line, muted),
    );
    const { svg, bottom } = drawYearChart(
      { ...years, left, width, plot: width * YEARS_SHAPE },
      top + lines.length * LEADING,
      palette,
    );
    return { svg: [lines, svg], bottom };
  });
