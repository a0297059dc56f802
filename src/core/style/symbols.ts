/** The symbols of the map: shapes differ, not only colours. Drawn on a canvas for the live map, as paths in pictures and lists. */
import type { Palette } from './palette.ts';

type Colour = Exclude<keyof Palette, 'line'>;

/** A shape in a square of `SYMBOL_SIZE`. */
export interface Shape {
  d: string;
  fill?: Colour;
  stroke?: Colour;
  width?: number;
  round?: boolean;
}

export const SYMBOL_SIZE = 24;

const disc = (radius: number): string =>
  `M${12 - radius} 12a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0z`;

/** A badge with a glyph of strokes on it. */
const badge = (d: string): Shape[] => [
  { d: disc(10), fill: 'nodeStroke', stroke: 'casing', width: 1.6 },
  { d, stroke: 'nodeFill', width: 1.9, round: true },
];

/** Strokes of the symbols that stand on a badge. */
const GLYPHS = {
  /** An anchor. */
  port: 'M12 9.2V18M12 9.2a1.7 1.7 0 1 1 .01 0M9.3 11.6h5.4M6.6 13.6c.4 3 2.6 4.4 5.4 4.4s5-1.4 5.4-4.4',
  /** A barrier with its post. */
  border: 'M8 18V7.5M8 10h9.5M11 8.6v2.8M14.2 8.6v2.8M6.4 18h3.4',
  /** Rails that come closer. */
  gauge: 'M7.2 6.6v4.2l2 2.6v4.2M16.8 6.6v4.2l-2 2.6v4.2M6 8.4h12M8 15.6h8',
} as const;

/** Badges of a strip, where they stand close together: each kind has a shape of its own. */
export const STRIP_BADGES = {
  port: { badge: disc(11.5), glyph: GLYPHS.port },
  border: { badge: 'M5 1h14a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V5a4 4 0 0 1 4-4z', glyph: GLYPHS.border },
  gauge: { badge: 'M12 0L24 12L12 24L0 12z', glyph: GLYPHS.gauge },
} as const;
export type StripBadge = keyof typeof STRIP_BADGES;

/** Each kind of area has lines of a direction of its own, the normal of which this is; pixels between lines. */
export const AREA_HATCH = {
  gap: 8,
  width: 1,
  normals: { 'free-zone': [1, 1], port: [1, -1], terminal: [0, 1] },
} as const;

/** Lines of a hatch over the square of a symbol, which go on in the next one. */
const hatch = (d: string): Shape[] => [{ d, stroke: 'areaStroke' }];

export const SYMBOLS = {
  town: [{ d: disc(2.2), fill: 'labelTown' }],
  capital: [{ d: disc(3.2), fill: 'halo', stroke: 'labelTown', width: 1.6 }],
  station: [{ d: disc(5), fill: 'nodeFill', stroke: 'nodeStroke', width: 2 }],
  port: badge(GLYPHS.port),
  border: badge(GLYPHS.border),
  gauge: badge(GLYPHS.gauge),
  /** A triangle of warning. */
  disrupted: [
    { d: 'M12 2.5L22.5 21H1.5z', fill: 'mark', stroke: 'nodeStroke', width: 1.8, round: true },
    { d: 'M12 9v5.5M12 17.6v.4', stroke: 'nodeStroke', width: 2.2, round: true },
  ],
  'hatch-free-zone': hatch('M-1 7L7-1M-1 19L19-1M5 25L25 5M17 25L25 17'),
  'hatch-port': hatch('M-1 17L7 25M-1 5L19 25M5-1L25 19M17-1L25 7'),
  'hatch-terminal': hatch('M0 4h24M0 12h24M0 20h24'),
} as const satisfies Record<string, readonly Shape[]>;

export type SymbolName = keyof typeof SYMBOLS;
