/** The size of an embed's picture in its own pixels, and how much is drawn beyond it for frames of another shape. */
export const PICTURE = { size: { width: 720, height: 450 }, bleed: 110 };
