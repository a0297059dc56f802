/** Sizes of the product, named once: the style sheets get them as custom properties, such as `--type-body` and `--space-2`. */

/** Title of a page, heading, text, small print: pixels of drawings, and of pages where the reader has not chosen others. */
export const TYPE = { title: 24, heading: 17, body: 15, small: 13 } as const;
/** Pixels of a `rem` there. */
const REM = 16;

/** Distances: a hair of 2 CSS pixels between what belongs together, then 4, 8, 12, 16, 24, 32 and 48. */
const SPACE = {
  hair: '0.125rem',
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2rem',
  7: '3rem',
};

/** Corners: of marks, of controls and boxes, of dialogs and sheets, and ends that are half circles. */
const RADIUS = { 1: '0.25rem', 2: '0.5rem', 3: '0.75rem', round: '1rem' };

/** What lies over something else, an edge round a control on the map, and the veil below a dialog; both themes have the same. */
const SHADE = { shadow: '0 2px 14px rgb(0 0 0 / 0.22)', ring: '0 0 0 2px rgb(0 0 0 / 0.1)', veil: 'rgb(0 0 0 / 0.45)' };

const writeScale = (prefix: string, sizes: Record<string, string>): string[] =>
  Object.entries(sizes).map(([name, size]) => `--${prefix}${name}:${size}`);

/** The sizes as declarations of CSS. */
export const writeTokens = (): string =>
  [
    ...writeScale('type-', Object.fromEntries(Object.entries(TYPE).map(([name, size]) => [name, `${size / REM}rem`]))),
    ...writeScale('space-', SPACE),
    ...writeScale('radius-', RADIUS),
    ...writeScale('', SHADE),
  ].join(';');
