/** Sizes of an embed's pictures in their own pixels, how much is drawn beyond them for frames of another shape, and their margins. */
export const PICTURES = [
  { name: 'wide', size: { width: 620, height: 390 }, bleed: 80, margin: 44 },
  { name: 'narrow', size: { width: 320, height: 260 }, bleed: 40, margin: 30 },
] as const;

/** Width over height that an embed asks for where it may choose. */
export const RATIO = { wide: 620 / 390, narrow: 320 / 260 };
/** Pixels up to which a frame is narrow; the style sheet says the same. */
export const NARROW = 420;
