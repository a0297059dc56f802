import { getItemStyle } from '../../core/compare/comparison-style.ts';
import type { Table } from '../../core/compare/table.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { type Block, BODY, INNER, LEADING, MARGIN, type Style, TEXT, writeText } from './layout.ts';
import { px } from '../geometry.ts';
import { writeDashes } from '../strokes.ts';
import { wrapText } from '../text.ts';

/** Width of the column of labels. */
const LABEL = 190;

/** A sample of a compared line, with its stripe. */
function drawSample(x: number, y: number, slot: number, { palette, getColour }: Style): Part {
  const { stripe } = getItemStyle(slot);
  const d = `M${px(x)} ${px(y)}h40`;
  return [
    writeElement('path', { d, stroke: getColour(slot), 'stroke-width': 5 }),
    stripe &&
      writeElement('path', {
        d,
        stroke: palette.surface,
        'stroke-width': 2,
        'stroke-dasharray': writeDashes(stripe, 1.6),
      }),
  ];
}

/** @param items the compared items, in the order of the columns */
export function drawTable({ columns, rows }: Table, items: readonly { slot: number }[], top: number, style: Style): Block {
  const { palette, getColour } = style;
  const width = (INNER - LABEL) / columns.length;
  const getLeft = (i: number): number => MARGIN + LABEL + i * width;
  const wrapCell = (text: string): string[] => wrapText(text, width - 12, TEXT);
  const drawRule = (y: number): Part => writeElement('path', { d: `M${MARGIN} ${px(y)}h${INNER}`, stroke: palette.outline });

  const names = columns.map(({ name }) => wrapText(name, width - 12, TEXT, { bold: true }));
  const head = columns.map(({ letter }, i) => {
    const slot = items[i]?.slot ?? i;
    return [
      writeText(getLeft(i), top + 18, letter, { 'font-size': BODY, 'font-weight': 700, fill: getColour(slot) }),
      drawSample(getLeft(i) + 18, top + 12, slot, style),
      names[i]?.map((line, k) => writeText(getLeft(i), top + 36 + k * LEADING, line, { 'font-weight': 600 })),
    ];
  });
  let y = top + 30 + Math.max(...names.map(({ length }) => length)) * LEADING;
  const body = rows.map((row) => {
    const label = wrapText(row.label, LABEL - 14, TEXT);
    const cells = row.cells.map(({ lines }) => lines.flatMap(wrapCell));
    const drawn = [
      drawRule(y),
      label.map((line, k) => writeText(MARGIN, y + (k + 1) * LEADING, line, { fill: palette.textMuted })),
      cells.map((lines, i) => {
        const [x, anchor] = row.isNumeric ? [getLeft(i) + width - 16, { 'text-anchor': 'end' }] : [getLeft(i), {}];
        const weight = row.best.includes(i) ? { 'font-weight': 700 } : {};
        return lines.map((line, k) => writeText(x, y + (k + 1) * LEADING, line, Object.assign(weight, anchor)));
      }),
    ];
    y += Math.max(label.length, ...cells.map(({ length }) => length)) * LEADING + 7;
    return drawn;
  });
  return { svg: [head, body, drawRule(y)], bottom: y };
}
