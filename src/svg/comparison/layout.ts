/** Sizes and types that the parts of a comparison's picture share. */
import type { Segment, Strip, Strips } from '../../core/compare/layout.ts';
import type { TimeDistance } from '../../core/compare/time-distance.ts';
import type { Table } from '../../core/compare/table.ts';
import { type Attributes, type Markup, type Part, writeElement } from '../../core/markup.ts';
import { TYPE } from '../../core/style/tokens.ts';
import type { LineColour, Palette, Theme } from '../../core/style/palette.ts';
import type { StripBadge } from '../../core/style/symbols.ts';
import { px } from '../geometry.ts';

/** A compared item as its charts call it. */
interface Item {
  slot: number;
  /** As the address has it. */
  text: string;
  name: string;
  /** Its length in words. */
  length: string;
}

/** A length as a bar of parts, the interval of its estimate at its end. */
export interface Bar extends Item {
  km: number;
  low: number;
  high: number;
  segments: readonly (Segment & { label: string })[];
}

export interface BarsPicture {
  bars: readonly Bar[];
  formatKm(km: number): string;
  /** The parts that are too small to be labelled where they are, in a sentence. */
  formatRest(parts: readonly string[]): string;
}

/** An item straightened on an axis, with the words of what lies along it. */
export interface NamedStrip extends Item, Strip {
  /** Its name and length, and why it is not where the others are. */
  words: string;
  countries: readonly { fromKm: number; toKm: number; code: string; name: string }[];
  /** For each of its marks what it is, the longest first. */
  labels: readonly (readonly string[])[];
}

export interface StripsPicture extends Pick<Strips, 'low' | 'high'> {
  strips: readonly NamedStrip[];
  /** The place that they are aligned at; null where that is their start. */
  aligned: string | null;
  formatKm(km: number): string;
  /** What the symbols mean. */
  key: readonly { kind: StripBadge; label: string }[];
}

export interface TimesPicture {
  charts: readonly TimeDistance[];
  title: string;
  daysLabel: string;
  /** What the lines below the axis show. */
  partsLabel: string;
  formatNumber(value: number): string;
  /** What a line is, in few words, by its item and place in its list. */
  nameSeries(chart: TimeDistance, i: number): string;
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
  items: readonly { slot: number; colour: LineColour }[];
  bars: BarsPicture;
  barsTitle: string;
  strips: StripsPicture;
  stripsTitle: string;
  /** The time–distance chart; missing where no time is known. */
  times?: TimesPicture | undefined;
  /** Method, sources and credit, a paragraph each. */
  notes: readonly string[];
}

export const WIDTH = 1100;
export const MARGIN = 32;
export const INNER = WIDTH - 2 * MARGIN;
/** Font sizes, those of the page: of titles, headings, names, and all else. */
export const { title: TITLE, heading: HEADING, body: BODY, small: TEXT } = TYPE;
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

/** What a pointer on a row of a chart hits, and what is lit then; it is not seen otherwise. */
export const writeGround = ({ left, top, width, height }: { left: number; top: number; width: number; height: number }): Markup =>
  writeElement('rect', {
    class: 'ground',
    x: px(left - 4),
    y: px(top - 2),
    width: px(width + 8),
    height: px(height),
    rx: 4,
    fill: 'none',
    'pointer-events': 'all',
  });
