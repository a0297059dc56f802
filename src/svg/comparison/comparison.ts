/** A comparison as a picture that stands for itself: title, table, bars, strips, date, sources and credit. Pure. */
import { writeElement } from '../../core/markup.ts';
import { getLineColour, PALETTES } from '../../core/style/palette.ts';
import { drawBars } from './bars.ts';
import { drawStrips } from './strips.ts';
import {
  type Block,
  type ComparisonPicture,
  HEADING,
  INNER,
  LEADING,
  MARGIN,
  type Style,
  TEXT,
  TITLE,
  WIDTH,
  writeText,
} from './layout.ts';
import { drawTimeChart } from './time-chart.ts';
import { drawTable } from './table.ts';
import { writeDocument } from '../document.ts';
import { px } from '../geometry.ts';
import { FONTS } from '../picture.ts';
import { drawInDirection } from '../mirror.ts';
import { wrapText } from '../text.ts';

function drawTitle({ title, asOf, table }: ComparisonPicture, { palette }: Style): Block {
  const top = MARGIN + 20;
  const lines = wrapText(title, INNER, TITLE, { bold: true });
  const bottom = top + lines.length * 30;
  const warning = table.warning === null ? [] : wrapText(table.warning, INNER, TEXT, { bold: true });
  return {
    svg: [
      lines.map((line, i) => writeText(MARGIN, top + i * 30, line, { 'font-size': TITLE, 'font-weight': 600 })),
      writeText(MARGIN, bottom, asOf, { fill: palette.textMuted }),
      warning.map((line, i) => writeText(MARGIN, bottom + 20 + i * LEADING, line, { fill: palette.warn, 'font-weight': 600 })),
    ],
    bottom: bottom + 14 + warning.length * 20,
  };
}

function drawHeading(text: string, top: number): Block {
  return { svg: writeText(MARGIN, top + 40, text, { 'font-size': HEADING, 'font-weight': 600 }), bottom: top + 56 };
}

function drawNotes(notes: readonly string[], top: number, { palette }: Style): Block {
  let y = top + 22;
  const svg = notes.map((note) => {
    y += 6;
    return wrapText(note, INNER, TEXT).map((line) => {
      y += LEADING;
      return writeText(MARGIN, y, line, { fill: palette.textMuted });
    });
  });
  return { svg, bottom: y + MARGIN };
}

/** The picture as the text of an SVG document. */
export function drawComparison(picture: ComparisonPicture): string {
  const { theme, lang, title, table, items, bars, strips, notes } = picture;
  const palette = PALETTES[theme];
  const colours = new Map(items.map(({ slot, colour }) => [slot, getLineColour(theme, colour)]));
  const style: Style = { palette, getColour: (slot) => colours.get(slot) ?? palette.text };
  const blocks: Block[] = [drawTitle(picture, style)];
  const add = (draw: (top: number) => Block): void => {
    blocks.push(draw(blocks.at(-1)?.bottom ?? 0));
  };
  add((top) => drawTable(table, items, top, style));
  add((top) => drawHeading(picture.barsTitle, top));
  const place = { left: MARGIN, width: INNER };
  add((top) => drawBars({ ...bars, ...place }, top, style));
  add((top) => drawHeading(picture.stripsTitle, top));
  add((top) => drawStrips({ ...strips, ...place }, top, style));
  const { times } = picture;
  if (times) {
    add((top) => drawHeading(times.title, top));
    add((top) => drawTimeChart({ ...times, ...place, formatKm: bars.formatKm }, top + LEADING, style));
    add((top) => drawNotes([...times.key, times.method], top - LEADING, style));
  }
  add((top) => drawNotes(notes, top, style));
  const height = px(blocks.at(-1)?.bottom ?? 0);
  return writeDocument(
    { lang, title, width: WIDTH, height, attributes: { 'font-family': FONTS, 'font-size': TEXT, fill: palette.text } },
    writeElement('rect', { width: '100%', height: '100%', fill: palette.surface }),
    writeElement(
      'g',
      { 'fill-rule': 'nonzero' },
      drawInDirection(
        lang,
        WIDTH,
        blocks.map(({ svg }) => svg),
      ),
    ),
  ).text;
}
