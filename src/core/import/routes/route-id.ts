/** Ids and colours of imported routes. */
import type { LineColour } from '../../style/palette.ts';

/** Id of a selected imported route in an address: such ids are kept apart from those of the dataset. */
export const IMPORTED_PREFIX = 'import-';
export const getImportedKey = (id: string): string => IMPORTED_PREFIX + id;
export const IMPORTED_ID = /^[a-z0-9]{6,16}$/;

const COLOURS: readonly LineColour[] = ['rose', 'blue', 'olive', 'brown', 'violet', 'teal'];

/** Name of the palette's colour for the n-th imported route, from 0. */
export const getImportedColour = (n: number): LineColour => COLOURS[n % COLOURS.length]!;
