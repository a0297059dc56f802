import { getItemStyle } from '../../core/compare/comparison-style.ts';
import { computeTicks, type Strip, type Strips } from '../../core/compare/layout.ts';
import { type Part, writeElement } from '../../core/markup.ts';
import { STRIP_BADGES, type StripBadge } from '../../core/style/symbols.ts';
import { type Block, INNER, MARGIN, type Style, TEXT, WIDTH, writeText } from './layout.ts';
import { TYPE } from '../../core/style/tokens.ts';
import { px } from '../geometry.ts';
import { ROUND, writePattern } from '../strokes.ts';
import { measureText } from '../text.ts';

/** Pixels below the line at which each kind of symbol stands, so that they do not hide each other. */
const LEVELS = { border: -20, port: 0, gauge: 20 } as const;
const STRIP_HEIGHT = 66;

function drawBadge(kind: StripBadge, x: number, y: number, { palette }: Style): Part {
  const { badge, glyph } = STRIP_BADGES[kind];
  return writeElement(
    'g',
    { transform: `translate(${px(x - 8)} ${px(y - 8)}) scale(0.667)`, fill: palette.nodeStroke },
    writeElement('path', { d: badge }),
    writeElement('path', { d: glyph, fill: 'none', stroke: palette.nodeFill, 'stroke-width': 2, ...ROUND }),
  );
}

function drawStrip({ row, shiftKm, runs, marks }: Strip, top: number, getX: (km: number) => number, style: Style): Part {
  const colour = style.getColour(row.slot);
  return [
    writeText(MARGIN, top + 14, getItemStyle(row.slot).letter, { 'font-size': TYPE.body, 'font-weight': 700, fill: colour }),
    runs.map(({ fromKm, toKm, pattern }) => {
      const [from, to] = [getX(fromKm + shiftKm), getX(toKm + shiftKm)];
      return writeElement('path', {
        d: `M${px(from)} ${px(top + 36)}H${px(Math.max(to, from + 1))}`,
        stroke: colour,
        'stroke-width': 6,
        ...(pattern !== 'rail' && writePattern(pattern, 2.5)),
      });
    }),
    marks.map(({ km, kind }) => drawBadge(kind, getX(km + shiftKm), top + 36 + LEVELS[kind], style)),
  ];
}

/** The compared items along one axis in kilometres, with a line where they are aligned. */
export function drawStrips({ low, high, strips }: Strips, formatKm: (km: number) => string, top: number, style: Style): Block {
  const muted = style.palette.textMuted;
  const getX = (km: number): number => MARGIN + ((km - low) / (high - low)) * INNER;
  const bottom = top + strips.length * STRIP_HEIGHT;
  return {
    svg: [
      strips.map((strip, i) => drawStrip(strip, top + i * STRIP_HEIGHT, getX, style)),
      writeElement('path', { d: `M${px(getX(0))} ${px(top)}V${px(bottom)}`, stroke: muted, 'stroke-dasharray': '3 3' }),
      computeTicks(low, high, 8).map((km) => {
        const x = getX(km);
        return [
          writeElement('path', { d: `M${px(x)} ${px(bottom)}v5`, stroke: muted }),
          writeText(Math.min(WIDTH - MARGIN - 30, Math.max(MARGIN + 24, x)), bottom + 18, formatKm(km), {
            'text-anchor': 'middle',
            'font-size': TEXT,
            fill: muted,
          }),
        ];
      }),
    ],
    bottom: bottom + 40,
  };
}

/** What the symbols of the strips mean. */
export function drawKey(key: readonly { kind: StripBadge; label: string }[], top: number, style: Style): Block {
  let x = MARGIN;
  const svg = key.map(({ kind, label }) => {
    const drawn = [drawBadge(kind, x + 8, top, style), writeText(x + 22, top + 4, label, { fill: style.palette.textMuted })];
    x += 50 + measureText(label) * TEXT;
    return drawn;
  });
  return { svg, bottom: top };
}
