/**
 * Sizes of an embed's pictures in their own pixels, how much is drawn beyond them for frames of another shape, and their margins; that
 * at the foot of a narrow one has room for the name below a place, as there may be none beside it.
 */
export const PICTURES = [
  { name: 'wide', size: { width: 620, height: 330 }, bleed: 76, margin: 34, foot: 34 },
  { name: 'narrow', size: { width: 380, height: 310 }, bleed: 105, margin: 22, foot: 44 },
] as const;

/** Width over height that an embed asks for where it may choose. */
export const RATIO = { wide: 620 / 380, narrow: 380 / 310 };
/** Pixels up to which a frame is narrow; the style sheet says the same. */
export const NARROW = 420;
