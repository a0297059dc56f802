/** How lines are stroked, the same for the network, what is selected and what is compared. */
import { type Attributes, type Part, writeElement } from '../core/markup.ts';
import { getDashes } from '../core/style/drawing.ts';
import { findLineColour, LINE_DASHES } from '../core/style/paper.ts';
import type { Pattern } from '../core/style/patterns/pattern.ts';

export const ROUND: Attributes = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

/** Lengths of dashes in widths of a line, as an attribute in pixels. */
export const writeDashes = (lengths: readonly number[], width: number): string =>
  lengths.map((length) => (length * width).toFixed(2)).join(' ');

/**
 * Attributes of a pattern for a line of a width. A row of dots needs round ends, dashes would grow by them.
 *
 * @param colour of the line where its dashes stand for it, as on paper without colours
 */
export function writePattern(pattern: Pattern, width: number, colour: string | null = null): Attributes {
  const name = colour === null || pattern !== 'rail' ? undefined : findLineColour(colour);
  const dashes = name ? LINE_DASHES[name] : getDashes(pattern);
  if (!dashes) return ROUND;
  const ends = pattern === 'sea' ? ROUND : { 'stroke-linejoin': 'round' };
  return { ...ends, 'stroke-dasharray': writeDashes(dashes, width) };
}

/** A text twice, the halo below: not all programs know `paint-order`. */
export const drawWithHalo = (text: string, attributes: Attributes, halo: Attributes): Part => [
  writeElement('text', { ...attributes, ...halo, 'stroke-linejoin': 'round' }, text),
  writeElement('text', attributes, text),
];

/** Joins path data by a key, in the order in which the keys come first; rows without path data are left out. */
export function joinPaths<R extends { d: string }>(rows: readonly R[], getKey: (row: R) => string): (R & { d: string })[] {
  const joined = new Map<string, R>();
  for (const row of rows) {
    if (row.d === '') continue;
    const key = getKey(row);
    const before = joined.get(key);
    joined.set(key, before ? { ...before, d: before.d + row.d } : row);
  }
  return [...joined.values()];
}
