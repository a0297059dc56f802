import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { PATTERNS } from '../../core/style/drawing.ts';
import { type Block, type ComparisonPicture, INNER, MARGIN, type Style, TEXT, writeText } from './layout.ts';
import { px } from '../geometry.ts';
import { writePattern } from '../strokes.ts';
import { limitLines, measureText, wrapText } from '../text.ts';

type Bar = ComparisonPicture['bars'][number];

/** Pixels for the letter and the length before the parts of a bar in words. */
const BAR_HEAD = 220;

/** The parts of a bar beside each other, with a line below in the pattern of a mode or status. */
function drawSegments({ segments }: Bar, pixelsPerKm: number, top: number, colour: string): Part {
  let x = MARGIN;
  return segments.map(({ km, key, label }, i) => {
    const width = km * pixelsPerKm;
    const pattern = PATTERNS.find((one) => one === key) ?? 'rail';
    const drawn = [
      writeElement('rect', {
        x: px(x),
        y: px(top),
        width: px(Math.max(1, width - 1)),
        height: 16,
        fill: colour,
        opacity: i % 2 === 1 ? 0.4 : 0.22,
      }),
      writeElement('path', {
        d: `M${px(x + 1)} ${px(top + 19)}h${px(Math.max(1, width - 3))}`,
        stroke: colour,
        'stroke-width': 5,
        ...(pattern !== 'rail' && writePattern(pattern, 2.5)),
      }),
      measureText(label) * TEXT < width - 8 && writeText(x + 4, top + 12, label, { 'font-size': TEXT }),
    ];
    x += width;
    return drawn;
  });
}

export function drawBars(
  { bars }: Pick<ComparisonPicture, 'bars'>,
  top: number,
  { palette, getColour }: Style,
  width = INNER,
): Block {
  const longest = Math.max(...bars.map(({ km }) => km));
  const svg = bars.map((bar, i) => {
    const y = top + i * 48;
    const colour = getColour(bar.slot);
    const said = limitLines(wrapText(bar.said, width - BAR_HEAD - 10, TEXT), 1);
    return [
      writeText(MARGIN, y + 12, `${getItemStyle(bar.slot).letter}  ${bar.length}`, { 'font-weight': 600, fill: colour }),
      said.map((line) => writeText(MARGIN + BAR_HEAD, y + 12, line, { fill: palette.textMuted })),
      drawSegments(bar, width / longest, y + 18, colour),
    ];
  });
  return { svg, bottom: top + bars.length * 48 };
}
