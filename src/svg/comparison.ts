/** A comparison as a picture that stands for itself: table, bars, strips, title, date, sources and credit. Pure. */
import type { Segment, Strips } from '../core/compare/layout.ts';
import { computeTicks } from '../core/compare/layout.ts';
import type { Table } from '../core/compare/table.ts';
import { escapeText } from '../core/url/escape.ts';
import { GLYPHS } from '../core/style/glyphs.ts';
import { getItemStyle } from '../core/compare/comparison-style.ts';
import { getLineColour, PALETTES, type Theme } from '../core/style/palette.ts';
import { wrapEstimated } from './wrap.ts';

export interface ComparisonPicture {
  theme: Theme;
  lang: string;
  title: string;
  /** "Data as of …". */
  asOf: string;
  table: Table;
  /** One of `table.columns` each. */
  bars: { slot: number; km: number; said: string; segments: (Segment & { label: string })[] }[];
  barsTitle: string;
  strips: Strips;
  stripsTitle: string;
  /** A kilometre of the axis in words. */
  km(value: number): string;
  /** What the symbols of the strips mean. */
  key: { kind: keyof typeof GLYPHS; label: string }[];
  /** Method, sources and credit, a paragraph each. */
  notes: readonly string[];
}

const WIDTH = 1100;
const MARGIN = 32;
const INNER = WIDTH - 2 * MARGIN;
const LABEL = 190;
const SMALL = 12;
const LINE = 16;
const FONT = "'Noto Sans', 'Noto Sans Georgian', 'Noto Sans SC', system-ui, sans-serif";

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** The picture as the text of an SVG document. */
export function drawComparison(picture: ComparisonPicture): string {
  const palette = PALETTES[picture.theme];
  const out: string[] = [];
  let y = MARGIN + 20;
  const text = (x: number, at: number, words: string, style = '') =>
    out.push(`<text x="${n(x)}" y="${n(at)}" ${style}>${escapeText(words)}</text>`);
  const rule = (at: number) => out.push(`<path d="M${MARGIN} ${n(at)}h${INNER}" stroke="${palette.outline}"/>`);
  const heading = (words: string) => {
    y += 40;
    text(MARGIN, y, words, 'font-size="16" font-weight="600"');
    y += 12;
  };
  const colour = (slot: number) => getLineColour(picture.theme, getItemStyle(slot).colour);

  for (const line of wrapEstimated(picture.title, INNER, 22)) {
    text(MARGIN, y, line, 'font-size="22" font-weight="600"');
    y += 28;
  }
  text(MARGIN, y, picture.asOf, `fill="${palette.textMuted}"`);
  y += 14;

  // Table
  const { columns, rows } = picture.table;
  const wide = (INNER - LABEL) / columns.length;
  const left = (i: number) => MARGIN + LABEL + i * wide;
  const head = columns.map(({ name }) => wrapEstimated(name, wide - 12, SMALL));
  columns.forEach(({ letter }, i) => {
    const slot = picture.bars[i]!.slot;
    text(left(i), y + 18, letter, `font-size="16" font-weight="700" fill="${colour(slot)}"`);
    out.push(lineOf(left(i) + 18, y + 12, 40, slot, colour(slot), palette.surface));
    head[i]!.forEach((line, k) => text(left(i), y + 36 + k * LINE, line, 'font-weight="600"'));
  });
  y += 30 + Math.max(...head.map(({ length }) => length)) * LINE;
  for (const row of rows) {
    rule(y);
    const label = wrapEstimated(row.label, LABEL - 14, SMALL);
    const cells = row.cells.map(({ lines }) => lines.flatMap((line) => wrapEstimated(line, wide - 12, SMALL)));
    label.forEach((line, k) => text(MARGIN, y + LINE + k * LINE, line, `fill="${palette.textMuted}"`));
    cells.forEach((lines, i) => lines.forEach((line, k) => text(left(i), y + LINE + k * LINE, line)));
    y += Math.max(label.length, ...cells.map(({ length }) => length)) * LINE + 7;
  }
  rule(y);

  // Bars
  heading(picture.barsTitle);
  const longest = Math.max(...picture.bars.map(({ km }) => km));
  for (const { slot, km, said, segments } of picture.bars) {
    text(MARGIN, y + 12, `${getItemStyle(slot).letter}  ${picture.km(km)}`, `font-weight="600" fill="${colour(slot)}"`);
    wrapEstimated(said, INNER - 140, SMALL)
      .slice(0, 1)
      .forEach((line) => text(MARGIN + 130, y + 12, line, `fill="${palette.textMuted}"`));
    let x = MARGIN;
    segments.forEach(({ km: part, key, label }, i) => {
      const w = (part / longest) * INNER;
      out.push(
        `<rect x="${n(x)}" y="${n(y + 18)}" width="${n(Math.max(1, w - 1))}" height="16" fill="${colour(slot)}" opacity="${i % 2 ? 0.4 : 0.22}"/>`,
        `<path d="M${n(x + 1)} ${n(y + 37)}h${n(Math.max(1, w - 3))}" stroke="${colour(slot)}" stroke-width="5" ${dash(key)}/>`,
      );
      if (w > 7 * label.length) text(x + 4, y + 30, label, `font-size="11"`);
      x += w;
    });
    y += 48;
  }

  // Strips
  heading(picture.stripsTitle);
  const { low, high, strips } = picture.strips;
  const at = (km: number) => MARGIN + ((km - low) / (high - low)) * INNER;
  const top = y;
  for (const { row, shiftKm, runs, marks } of strips) {
    const c = colour(row.slot);
    text(MARGIN, y + 14, getItemStyle(row.slot).letter, `font-size="14" font-weight="700" fill="${c}"`);
    for (const { fromKm, toKm, mode, status } of runs) {
      const [a, b] = [at(fromKm + shiftKm), at(toKm + shiftKm)];
      out.push(
        `<path d="M${n(a)} ${n(y + 36)}H${n(Math.max(b, a + 1))}" stroke="${c}" stroke-width="6" ${dash(status === 'open' ? mode : status)}/>`,
      );
    }
    for (const { km, kind } of marks)
      out.push(symbol(kind, at(km + shiftKm), y + 36 + LEVELS[kind], palette.nodeStroke, palette.nodeFill));
    y += 66;
  }
  out.push(`<path d="M${n(at(0))} ${n(top)}V${n(y)}" stroke="${palette.textMuted}" stroke-dasharray="3 3"/>`);
  for (const km of computeTicks(low, high, 8)) {
    out.push(`<path d="M${n(at(km))} ${n(y)}v5" stroke="${palette.textMuted}"/>`);
    text(
      Math.min(WIDTH - MARGIN - 30, Math.max(MARGIN + 24, at(km))),
      y + 18,
      picture.km(km),
      `text-anchor="middle" font-size="11" fill="${palette.textMuted}"`,
    );
  }
  y += 40;
  let x = MARGIN;
  for (const { kind, label } of picture.key) {
    out.push(symbol(kind, x + 8, y, palette.nodeStroke, palette.nodeFill));
    text(x + 22, y + 4, label, `fill="${palette.textMuted}"`);
    x += 50 + label.length * 8;
  }

  // Sources and credit
  y += 22;
  for (const note of picture.notes) {
    y += 6;
    for (const line of wrapEstimated(note, INNER, 11)) {
      y += 14;
      text(MARGIN, y, line, `font-size="11" fill="${palette.textMuted}"`);
    }
  }
  y += MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${n(y)}" viewBox="0 0 ${WIDTH} ${n(y)}" lang="${escapeText(picture.lang)}" role="img" font-family="${FONT}" font-size="${SMALL}" fill="${palette.text}">`,
    `<title>${escapeText(picture.title)}</title>`,
    `<rect width="100%" height="100%" fill="${palette.surface}"/>`,
    `<g fill-rule="nonzero">${out.join('')}</g>`,
    '</svg>',
  ].join('');
}

const LEVELS = { border: -20, port: 0, gauge: 20 } as const;
const DASHES: Readonly<Record<string, string>> = {
  sea: 'stroke-dasharray="0.1 8" stroke-linecap="round"',
  road: 'stroke-dasharray="10 3 3 3"',
  'under-construction': 'stroke-dasharray="10 3"',
  planned: 'stroke-dasharray="5 4"',
  closed: 'stroke-dasharray="2 5"',
};
const dash = (key: string): string => DASHES[key] ?? '';

function lineOf(x: number, y: number, width: number, slot: number, colour: string, baseMap: string): string {
  const { stripe } = getItemStyle(slot);
  const line = `<path d="M${n(x)} ${n(y)}h${width}" stroke="${colour}" stroke-width="5"/>`;
  if (!stripe) return line;
  return `${line}<path d="M${n(x)} ${n(y)}h${width}" stroke="${baseMap}" stroke-width="2" stroke-dasharray="${stripe.map((one) => one * 1.6).join(' ')}"/>`;
}

function symbol(kind: keyof typeof GLYPHS, x: number, y: number, disc: string, glyph: string): string {
  const shape = {
    gauge: '<path d="M12 0L24 12L12 24L0 12Z"/>',
    border: '<rect x="1" y="1" width="22" height="22" rx="4"/>',
    port: '<circle cx="12" cy="12" r="11.5"/>',
  }[kind];
  return `<g transform="translate(${n(x - 8)} ${n(y - 8)}) scale(0.667)" fill="${disc}">${shape}<path d="${GLYPHS[kind]}" fill="none" stroke="${glyph}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>`;
}
