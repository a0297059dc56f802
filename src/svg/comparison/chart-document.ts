/** One chart of a comparison as an SVG document of its own, in the colours of the light theme. */
import { type Markup, type Part, writeElement } from '../../core/markup.ts';
import { getLineColour, type LineColour, PALETTES } from '../../core/style/palette.ts';
import { writeDocument } from '../document.ts';
import { TYPE } from '../../core/style/tokens.ts';
import { px } from '../geometry.ts';
import { writePaint } from '../paint.ts';
import { drawInDirection } from '../mirror.ts';
import { FONTS } from '../picture.ts';
import { wrapText } from '../text.ts';
import { drawBars } from './bars.ts';
import { type Block, type ComparisonPicture, LEADING, MARGIN, type Style, TEXT, type TimesPicture, writeText } from './layout.ts';
import { drawTimeChart } from './time-chart.ts';

interface ChartDocument {
  lang: string;
  title: string;
  /** Pixels. */
  width: number;
  /** Colour and name of each thing that is compared, by its slot. */
  rows: readonly { slot: number; colour: LineColour; letter: string; name: string }[];
}

/** Share of the width that lines of text may take: an image has the fonts of its reader's machine, some wider than ours. */
const TEXT_SHARE = 0.86;

/** Title and key above, the chart below, as high as it needs. */
function writeChart({ lang, title, width, rows }: ChartDocument, draw: (top: number, style: Style) => Block): Markup {
  const palette = PALETTES.light;
  const colours = new Map(rows.map(({ slot, colour }) => [slot, getLineColour('light', colour)]));
  const style: Style = { palette, getColour: (slot) => colours.get(slot) ?? palette.text };
  const inner = width - 2 * MARGIN;
  let y = MARGIN + 8;
  const write = (text: string, size: number, bold: boolean, slot?: number): Part =>
    wrapText(text, inner * TEXT_SHARE, size, { bold }).map((line) => {
      y += size * 1.4;
      const fill = slot === undefined ? writePaint(palette, { fill: 'text' }) : { fill: style.getColour(slot) };
      return writeText(MARGIN, y - size * 0.4, line, { 'font-size': size, ...(bold && { 'font-weight': 600 }), ...fill });
    });
  const head = [
    write(title, TYPE.heading, true),
    rows.map(({ letter, name, slot }) => write(`${letter}  ${name}`, TEXT, true, slot)),
  ];
  const chart = draw(y + LEADING, style);
  const height = px(chart.bottom + MARGIN / 2);
  return writeDocument(
    { lang, title, width, height, attributes: { 'font-family': FONTS, 'font-size': TEXT, fill: palette.text } },
    // A chart keeps its own ground: its colours are chosen for it.
    writeElement('rect', { width: '100%', height: '100%', rx: 8, fill: palette.surface }),
    drawInDirection(lang, width, head, chart.svg),
  );
}

/** Lengths as bars, split as they come. */
export const writeBarsChart = (document: ChartDocument, bars: ComparisonPicture['bars']): Markup =>
  writeChart(document, (top, style) => drawBars({ bars }, top, style, document.width - 2 * MARGIN));

/** Days over kilometres; below them the key of their lines, which have no names where there is no room for it. */
export const writeTimesChart = (
  document: ChartDocument,
  { key, ...times }: Pick<TimesPicture, 'charts' | 'daysLabel' | 'formatNumber' | 'key'> & { formatKm(km: number): string },
): Markup =>
  writeChart(document, (top, style) => {
    const width = document.width - 2 * MARGIN;
    const isNamed = key.length > 0;
    const { svg, bottom } = drawTimeChart({ ...times, left: MARGIN, width, isNamed }, top + LEADING, style);
    const lines = key.flatMap((words) => wrapText(words, width * TEXT_SHARE, TEXT));
    const written = lines.map((line, i) =>
      writeText(MARGIN, bottom + (i + 1) * LEADING, line, { 'font-size': TEXT, fill: style.palette.textMuted }),
    );
    return { svg: [svg, written], bottom: bottom + lines.length * LEADING };
  });
