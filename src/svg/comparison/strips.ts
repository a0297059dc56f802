/** The compared items straightened on one axis: countries below each line, ports and breaks of gauge named above it. */
import { getItemStyle } from '../../core/compare/comparison-style.ts';
import type { StripMark } from '../../core/compare/layout.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { STRIP_BADGES, type StripBadge } from '../../core/style/symbols.ts';
import { px } from '../geometry.ts';
import { writeLineFill, writeLineStroke, writePaint } from '../paint.ts';
import { ROUND, writePattern } from '../strokes.ts';
import { measureText, TEXT_SHARE, wrapText } from '../text.ts';
import { AXIS_HEIGHT, drawKmAxis } from './axis.ts';
import {
  type Block,
  BODY,
  LEADING,
  type NamedStrip,
  type StripsPicture,
  type Style,
  TEXT,
  writeGround,
  writeText,
} from './layout.ts';

interface StripsOptions extends StripsPicture {
  left: number;
  width: number;
}

/** Pixels above the line at which each kind of badge stands; a border is a tick between two countries. */
const LEVELS = { gauge: 42, port: 20 } as const;
const LINE = 6;
const BADGE = 9;
/** Of the letter from the lines of the axis, the first of which passes the end of the strip. */
const AIR = 5;
const LETTER = 20 + AIR;
const GAP = 12;

interface Frame {
  getX(km: number): number;
  left: number;
  right: number;
  style: Style;
}

function drawBadge(kind: StripBadge, x: number, y: number, { palette }: Style, words = ''): Part {
  const { badge, glyph } = STRIP_BADGES[kind];
  const stroke = { fill: 'none', ...writePaint(palette, { stroke: 'nodeFill' }), 'stroke-width': 2, ...ROUND };
  return writeElement(
    'g',
    { transform: `translate(${px(x - BADGE)} ${px(y - BADGE)}) scale(0.75)` },
    words !== '' && writeElement('title', {}, words),
    writeElement('path', { d: badge, ...writePaint(palette, { fill: 'nodeStroke' }) }),
    writeElement('path', { d: glyph, ...stroke }),
  );
}

/** The badges of one level from left to right, each with the longest of its labels that has room before the next. */
function drawLevel(kind: 'gauge' | 'port', strip: NamedStrip, y: number, { getX, right, style }: Frame): Part {
  const at = (mark: StripMark | undefined): number => (mark ? getX(mark.km + strip.shiftKm) : right + BADGE);
  const marks = strip.marks.flatMap((mark, i) => (mark.kind === kind ? [{ mark, labels: strip.labels[i] ?? [] }] : []));
  return marks.map(({ mark, labels }, i) => {
    const x = at(mark);
    const room = at(marks[i + 1]?.mark) - x - 2 * BADGE - 8;
    const words = labels.find((one) => measureText(one) * TEXT <= room) ?? '';
    const stem = { d: `M${px(x)} ${px(y)}V${px(y + LEVELS[kind])}`, ...writePaint(style.palette, { stroke: 'nodeStroke' }) };
    return [
      writeElement('path', stem),
      drawBadge(kind, x, y, style, labels[0]),
      words !== '' && writeText(x + BADGE + 4, y + 4, words),
    ];
  });
}

/** Names of countries below the line, codes where they are too long; a tick at each border. */
function drawCountries(strip: NamedStrip, y: number, { getX, style: { palette } }: Frame): Part {
  const muted = writePaint(palette, { fill: 'textMuted' });
  return [
    strip.countries.map(({ fromKm, toKm, code, name }) => {
      const [from, to] = [getX(fromKm + strip.shiftKm), getX(toKm + strip.shiftKm)];
      const words = [name, code].find((one) => measureText(one) * TEXT <= Math.abs(to - from) - 6);
      return words !== undefined && writeText((from + to) / 2, y + 20, words, { 'text-anchor': 'middle', ...muted });
    }),
    strip.marks.flatMap((mark, i) => {
      if (mark.kind !== 'border') return [];
      const x = getX(mark.km + strip.shiftKm);
      const d = `M${px(x)} ${px(y - 6)}v20`;
      const title = writeElement('title', {}, strip.labels[i]?.[0] ?? '');
      return writeElement('path', { d, ...writePaint(palette, { stroke: 'text' }), 'stroke-width': 1.5 }, title);
    }),
  ];
}

interface Strip extends Block {
  /** Where the heading ends and the drawing begins. */
  below: number;
}

function drawStrip(strip: NamedStrip, top: number, frame: Frame): Strip {
  const { getX, left, right, style } = frame;
  const colour = style.getColour(strip.slot);
  const lines = wrapText(strip.words, (right - left - LETTER) * TEXT_SHARE, TEXT);
  const levels = (['gauge', 'port'] as const).filter((kind) => strip.marks.some((mark) => mark.kind === kind));
  const above = Math.max(LINE, ...levels.map((kind) => LEVELS[kind] + BADGE));
  const below = top + lines.length * LEADING + 3;
  const y = below + 3 + above;
  const letter = { 'font-size': BODY, 'font-weight': 700, ...writeLineFill(style.palette, colour) };
  const bottom = y + 26;
  const stroke = { fill: 'none', ...writeLineStroke(style.palette, colour), 'stroke-width': LINE };
  const drawn = [
    writeGround({ left, top, width: right - left, height: bottom - top }),
    writeText(left + AIR, top + LEADING - 4, getItemStyle(strip.slot).letter, letter),
    lines.map((line, i) => writeText(left + LETTER, top + (i + 1) * LEADING - 4, line)),
    strip.runs.map(({ fromKm, toKm, pattern }) => {
      const [from, to] = [getX(fromKm + strip.shiftKm), getX(toKm + strip.shiftKm)];
      const d = `M${px(from)} ${px(y)}H${px(Math.max(to, from + 1))}`;
      return writeElement('path', { d, ...stroke, ...(pattern !== 'rail' && writePattern(pattern, LINE / 2.4)) });
    }),
    levels.map((kind) => drawLevel(kind, strip, y - LEVELS[kind], frame)),
    drawCountries(strip, y, frame),
  ];
  return { svg: writeElement('g', { 'data-item': strip.text }, ...drawn), bottom, below };
}

/** What the symbols mean, each of them only where it is drawn. */
function drawKey({ key, strips, left }: StripsOptions, top: number, style: Style): Block {
  const drawn = new Set(strips.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  let x = left;
  const svg = key
    .filter(({ kind }) => drawn.has(kind))
    .map(({ kind, label }) => {
      const one = [drawBadge(kind, x + BADGE, top + 10, style), writeText(x + 2 * BADGE + 6, top + 14, label)];
      x += 2 * BADGE + 24 + measureText(label) * TEXT;
      return one;
    });
  return { svg, bottom: top + (svg.length > 0 ? 24 : 0) };
}

/** All on one axis in kilometres, with a line where they are aligned. */
export function drawStrips(options: StripsOptions, top: number, style: Style): Block {
  const { low, high, strips, aligned, formatKm } = options;
  // Half of a badge stands beyond an end.
  const [left, width] = [options.left + BADGE, options.width - 2 * BADGE];
  const right = left + width;
  const frame: Frame = { getX: (km) => left + ((km - low) / (high - low)) * width, left, right, style };
  let y = top;
  const rows = strips.map((strip) => {
    const row = drawStrip(strip, y, frame);
    y = row.bottom + GAP;
    return row;
  });
  const x = px(frame.getX(0));
  // It passes no heading, nor the letter of one.
  const d = rows.map(({ below, bottom }) => `M${x} ${px(below)}V${px(bottom)}`).join('');
  const line = { ...writePaint(style.palette, { stroke: 'text' }), 'stroke-dasharray': '3 3' };
  const key = drawKey(options, y + AXIS_HEIGHT + 4, style);
  return {
    svg: [
      drawKmAxis({ low, high, left, right, top, bottom: y, formatKm }, style),
      aligned !== null && writeElement('path', { d, ...line }),
      rows.map(({ svg }) => svg),
      key.svg,
    ],
    bottom: key.bottom,
  };
}
