import { lookOf } from '../core/letters.ts';
import type { Viewer } from '../state/viewer.svelte.ts';
import type { Overlay } from '../svg/picture.ts';

/** The compared ways, for a picture. */
export function overlaysOf({ comparedRows }: Viewer): Overlay[] {
  return comparedRows.map(({ slot, passage }) => ({
    lines: passage.legs.map(({ link }) => link.geometry.coordinates),
    colour: lookOf(slot).colour,
  }));
}
