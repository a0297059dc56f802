/** Lengths as bars on one axis of kilometres: each part with its name in it, the interval of the estimate at the end. */
import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { PATTERNS } from '../../core/style/drawing.ts';
import { px } from '../geometry.ts';
import { writeLineFill, writeLineStroke, writePaint } from '../paint.ts';
import { writePattern } from '../strokes.ts';
import { measureText, TEXT_SHARE, wrapText } from '../text.ts';
import { AXIS_HEIGHT, drawKmAxis } from './axis.ts';
import { type Bar, type BarsPicture, type Block, BODY, LEADING, type Style, TEXT, writeGround, writeText } from './layout.ts';

interface BarsOptions extends BarsPicture {
  left: number;
  width: number;
}

/** Pixels. */
const BAR = 24;
const BASE = 5;
const GAP = 14;
const LETTER = 20;
/** Least part of the width that a name has beside its length. */
const NAME = 0.4;

/** Letter, name and length above a bar. */
function drawHead({ slot, name, length }: Bar, top: number, { left, width }: BarsOptions, style: Style): Block {
  const taken = measureText(length, { bold: true }) * TEXT + 12;
  const isBeside = width - LETTER - taken > width * NAME;
  const lines = wrapText(name, (width - LETTER - (isBeside ? taken : 0)) * TEXT_SHARE, TEXT);
  const bottom = top + (lines.length + (isBeside ? 0 : 1)) * LEADING;
  const bold = { 'font-weight': 600 };
  const letter = { 'font-size': BODY, 'font-weight': 700, ...writeLineFill(style.palette, style.getColour(slot)) };
  return {
    svg: [
      writeText(left, top + LEADING - 4, getItemStyle(slot).letter, letter),
      lines.map((line, i) => writeText(left + LETTER, top + (i + 1) * LEADING - 4, line)),
      isBeside
        ? writeText(left + width, bottom - 4, length, { ...bold, 'text-anchor': 'end' })
        : writeText(left + LETTER, bottom - 4, length, bold),
    ],
    bottom,
  };
}

/** The longest of some words that fit into a width; empty where none does. */
const fitWords = (words: readonly string[], width: number): string => words.find((one) => measureText(one) * TEXT <= width) ?? '';

/** The parts of a bar side by side, a line in the pattern of mode or status below; what has no room for a name is told after it. */
function drawParts(bar: Bar, scale: number, top: number, options: BarsOptions, { palette, getColour }: Style): Block {
  const colour = getColour(bar.slot);
  let x = options.left;
  const rest: string[] = [];
  const svg = bar.segments.map(({ km, key, label }, i): Part => {
    const width = km * scale;
    const full = `${label} ${options.formatKm(km)}`;
    const words = fitWords([full, label], width - 10);
    if (words !== full) rest.push(full);
    const pattern = PATTERNS.find((one) => one === key) ?? 'rail';
    const opacity = i % 2 === 1 ? 0.34 : 0.16;
    const size = { x: px(x), y: px(top), width: px(Math.max(1, width - 1)), height: BAR };
    const d = `M${px(x + 1)} ${px(top + BAR + BASE / 2 + 1)}h${px(Math.max(1, width - 3))}`;
    const stroke = { ...writeLineStroke(palette, colour), 'stroke-width': BASE };
    const drawn = [
      writeElement('rect', { ...size, ...writeLineFill(palette, colour), opacity }, writeElement('title', {}, full)),
      writeElement('path', { d, fill: 'none', ...stroke, ...(pattern !== 'rail' && writePattern(pattern, BASE / 2)) }),
      words !== '' && writeText(x + 5, top + 17, words, { 'pointer-events': 'none' }),
    ];
    x += width;
    return drawn;
  });
  const bottom = top + BAR + BASE + 2;
  const lines =
    rest.length > 0 && bar.segments.length > 1 ? wrapText(options.formatRest(rest), options.width * TEXT_SHARE, TEXT) : [];
  const muted = writePaint(palette, { fill: 'textMuted' });
  return {
    svg: [svg, lines.map((line, i) => writeText(options.left, bottom + (i + 1) * LEADING - 4, line, muted))],
    bottom: bottom + lines.length * LEADING,
  };
}

/** From the low to the high end of an estimate, with a stop at each; nothing where there is no interval. */
function drawInterval({ low, high }: Bar, scale: number, y: number, { left }: BarsOptions, { palette }: Style): Part {
  if (high <= low) return null;
  const [from, to] = [px(left + low * scale), px(left + high * scale)];
  const d = `M${from} ${px(y - 5)}v10M${to} ${px(y - 5)}v10M${from} ${px(y)}H${to}`;
  return [
    writeElement('path', { d, fill: 'none', ...writePaint(palette, { stroke: 'surface' }), 'stroke-width': 4 }),
    writeElement('path', { d, fill: 'none', ...writePaint(palette, { stroke: 'text' }), 'stroke-width': 1.6 }),
  ];
}

export function drawBars(options: BarsOptions, top: number, style: Style): Block {
  const { bars, left, width, formatKm } = options;
  const longest = Math.max(1, ...bars.map(({ km, high }) => Math.max(km, high)));
  const scale = width / longest;
  let y = top;
  const rows = bars.map((bar) => {
    const start = y;
    const head = drawHead(bar, y, options, style);
    const parts = drawParts(bar, scale, head.bottom + 2, options, style);
    const interval = drawInterval(bar, scale, head.bottom + 2 + BAR + BASE / 2 + 1, options, style);
    y = parts.bottom + GAP;
    const ground = writeGround({ left, top: start, width, height: parts.bottom - start + 4 });
    return writeElement('g', { 'data-item': bar.text }, ground, head.svg, parts.svg, interval);
  });
  const bottom = y - GAP / 2;
  return {
    svg: [drawKmAxis({ low: 0, high: longest, left, right: left + width, top: top + LEADING, bottom, formatKm }, style), rows],
    bottom: bottom + AXIS_HEIGHT,
  };
}
