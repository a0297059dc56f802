/** Strokes of the symbols that stand on a disc, in a square of 24 units: the same as on the map. */
export const GLYPHS = {
  /** An anchor. */
  port: 'M12 9.2V18 M12 9.2a1.7 1.7 0 1 1 .01 0 M9.3 11.6h5.4 M6.6 13.6c.4 3 2.6 4.4 5.4 4.4s5-1.4 5.4-4.4',
  /** A barrier with its post. */
  border: 'M8 18V7.5 M8 10h9.5 M11 8.6v2.8 M14.2 8.6v2.8 M6.4 18h3.4',
  /** Rails that come closer. */
  gauge: 'M7.2 6.6v4.2l2 2.6v4.2 M16.8 6.6v4.2l-2 2.6v4.2 M6 8.4h12 M8 15.6h8',
} as const;
