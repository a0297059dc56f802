/** Names of the fonts in the style; which files they stand for is in `fonts.ts`. */
export const REGULAR = 'Atlas Regular';
export const BOLD = 'Atlas Bold';
