/** How the compared items are told apart: a letter, a colour and a pattern each, the same in table, bars, strips and map. */
import { MOST_COMPARED } from '../dataset/enums.ts';
import { COMPARE_COLOURS, type LineColour } from '../style/palette.ts';

/** Dashes of the light stripe inside a line, in widths of the stripe; null for a plain line. */
const STRIPES: readonly (readonly [on: number, off: number] | null)[] = [null, [6, 4], [1.2, 3], [14, 4], [3, 3], [1, 7]];

export interface ItemStyle {
  letter: string;
  colour: LineColour;
  stripe: readonly [on: number, off: number] | null;
}

/** The style of a row: lines of the atlas keep their colour, so that letter and stripe alone tell two of one colour apart. */
export const getRowStyle = ({ slot, colour }: { slot: number; colour: LineColour }): ItemStyle => ({
  ...getItemStyle(slot),
  colour,
});

/** The style of the item at a place of the comparison, from 0. */
export function getItemStyle(slot: number): ItemStyle {
  const at = slot % MOST_COMPARED;
  return { letter: String.fromCharCode(65 + at), colour: COMPARE_COLOURS[at] ?? 'slate', stripe: STRIPES[at] ?? null };
}
