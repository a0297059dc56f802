/** Compared lines of an embed. Fetched only where its address or the page around it asks for a comparison. */
import { compare } from '../core/comparison.ts';
import type { Atlas } from '../core/dataset.ts';
import { lookOf } from '../core/letters.ts';
import type { Shown } from '../map/atlas-map.ts';

/** The lines that can be drawn; `whole` is false where some need more of the network than the atlas at hand has. */
export function comparedLines(atlas: Atlas, texts: readonly string[]): { lines: Shown['compared']; whole: boolean } {
  const { rows, problems } = compare(atlas, texts);
  const lines = rows.map(({ text, slot, passage }) => ({ text, legs: passage.legs, look: lookOf(slot) }));
  return { lines, whole: problems.length === 0 };
}
