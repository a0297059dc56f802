/** Sizes of the product, named once: the style sheets get them as custom properties, such as `--type-body` and `--space-2`. */

/** Title of a page, heading, text, small print: 24, 17, 15 and 13 CSS pixels where the reader has not chosen others. */
const TYPE = { title: '1.5rem', heading: '1.0625rem', body: '0.9375rem', small: '0.8125rem' };

/** Distances: 4, 8, 12, 16, 24 and 32 CSS pixels. */
const SPACE = ['0.25rem', '0.5rem', '0.75rem', '1rem', '1.5rem', '2rem'];

/** The sizes as declarations of CSS. */
export const writeTokens = (): string =>
  [
    ...Object.entries(TYPE).map(([name, size]) => `--type-${name}:${size}`),
    ...SPACE.map((size, i) => `--space-${i + 1}:${size}`),
  ].join(';');
