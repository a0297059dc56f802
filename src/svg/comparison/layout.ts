/** Sizes and types that the parts of a comparison's picture share. */
import type { Segment, Strips } from '../../core/compare/layout.ts';
import type { TimeDistance } from '../../core/compare/time-distance.ts';
import type { Table } from '../../core/compare/table.ts';
import { type Attributes, type Markup, type Part, writeElement } from '../../core/markup.ts';
import type { LineColour, Palette, Theme } from '../../core/style/palette.ts';
import { TYPE } from '../../core/style/tokens.ts';
import type { StripBadge } from '../../core/style/symbols.ts';
import { px } from '../geometry.ts';

export interface TimesPicture {
  charts: readonly TimeDistance[];
  title: string;
  daysLabel: string;
  formatNumber(value: number): string;
  /** What the lines are and what is not known, a line each. */
  key: readonly string[];
  method: string;
}

export interface ComparisonPicture {
  theme: Theme;
  lang: string;
  title: string;
  /** "Data as of …". */
  asOf: string;
  table: Table;
  /** One of `table.columns` each. */
  bars: {
    slot: number;
    colour: LineColour;
    km: number;
    /** The length in words. */ length: string;
    said: string;
    segments: (Segment & { label: string })[];
  }[];
  barsTitle: string;
  strips: Strips;
  stripsTitle: string;
  /** The time–distance chart; missing where no time is known. */
  times?: TimesPicture | undefined;
  /** A kilometre of the axis in words. */
  km(value: number): string;
  /** What the symbols of the strips mean. */
  key: { kind: StripBadge; label: string }[];
  /** Method, sources and credit, a paragraph each. */
  notes: readonly string[];
}

export const WIDTH = 1100;
export const MARGIN = 32;
export const INNER = WIDTH - 2 * MARGIN;
/** Size of all text but titles and headings. */
export const TEXT = TYPE.small;
/** Pixels between baselines of plain text. */
export const LEADING = 18;

/** What the parts of the picture are drawn with. */
export interface Style {
  palette: Palette;
  /** The colour of a compared item by its slot. */
  getColour(slot: number): string;
}

/** A part of the picture, and where the next one begins. */
export interface Block {
  svg: Part;
  bottom: number;
}

export const writeText = (x: number, y: number, text: string, attributes: Attributes = {}): Markup =>
  writeElement('text', { x: px(x), y: px(y), ...attributes }, text);
