/**
 * Every colour of the product, named once. The style sheets get them as custom properties (`--sea`, `--line-teal` …,
 * made by the build from this table), the map and the drawn pictures read them here.
 */
import { writeTokens } from './tokens.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Names that the data may use for the line colour of a corridor or route. */
export const LINE_COLOURS = ['teal', 'orange', 'violet', 'slate', 'blue', 'rose', 'olive', 'brown'] as const;
export type LineColour = (typeof LINE_COLOURS)[number];

/** The colours of compared paths in their order: neighbours differ in lightness too, so that they part in grey as well. */
export const COMPARE_COLOURS: readonly LineColour[] = ['blue', 'orange', 'violet', 'olive', 'rose', 'brown'];

const IMPORTED_COLOURS: readonly LineColour[] = ['rose', 'blue', 'olive', 'brown', 'violet', 'teal'];

/** Name of the line colour of the n-th imported route, from 0. */
export const getImportedColour = (n: number): LineColour => IMPORTED_COLOURS[n % IMPORTED_COLOURS.length] ?? 'rose';

const light = {
  // Base map
  space: '#eef2f5',
  sea: '#cfdfe8',
  land: '#f6f3ec',
  landEdge: '#9db4c2',
  lake: '#cfdfe8',
  river: '#a9c6d6',
  border: '#b7a9a0',
  borderDisputed: '#a0877a',
  labelCountry: '#6f655f',
  labelSea: '#4d7388',
  labelTown: '#4a4541',
  halo: '#fbf9f5',
  // Network
  casing: '#ffffff',
  nodeFill: '#ffffff',
  nodeStroke: '#2b3540',
  labelNode: '#1d252e',
  areaFill: '#7a4fb5',
  areaStroke: '#5b3494',
  highlight: '#ffd84d',
  // Interface
  surface: '#ffffff',
  surfaceAlt: '#f3f5f7',
  text: '#1b2229',
  textMuted: '#505b66',
  outline: '#cbd3da',
  accent: '#0b5c8a',
  accentText: '#ffffff',
  focus: '#0b5c8a',
  mark: '#ffe9a6',
  good: '#1d6a3a',
  goodSurface: '#e4f4e9',
  warn: '#8a4b00',
  warnSurface: '#fff3dc',
  error: '#a3221b',
  errorSurface: '#fdecea',
};

const dark: Record<keyof typeof light, string> = {
  space: '#0b0f14',
  sea: '#14212c',
  land: '#26292d',
  landEdge: '#3d5566',
  lake: '#14212c',
  river: '#2b4557',
  border: '#5b5550',
  borderDisputed: '#7d6a5f',
  labelCountry: '#aaa39c',
  labelSea: '#7ea3b8',
  labelTown: '#c3bdb6',
  halo: '#1b1e22',
  casing: '#101418',
  nodeFill: '#101418',
  nodeStroke: '#e6ebf0',
  labelNode: '#f0f3f6',
  areaFill: '#b58cf0',
  areaStroke: '#c9a9f7',
  highlight: '#8f6d10',
  surface: '#171b20',
  surfaceAlt: '#21272e',
  text: '#eef2f5',
  textMuted: '#aab5bf',
  outline: '#3b444d',
  accent: '#7cc4ee',
  accentText: '#08202f',
  focus: '#9ad4f5',
  mark: '#5a4a12',
  good: '#85dba2',
  goodSurface: '#17301f',
  warn: '#ffc266',
  warnSurface: '#33270f',
  error: '#ff9d94',
  errorSurface: '#3a1a18',
};

const lines: Record<Theme, Record<LineColour, string>> = {
  light: {
    teal: '#00757a',
    orange: '#c44f00',
    violet: '#7a2fa8',
    slate: '#5d6b78',
    blue: '#2460b8',
    rose: '#b5245c',
    olive: '#6a6f00',
    brown: '#86543a',
  },
  dark: {
    teal: '#35c9c4',
    orange: '#ff9447',
    violet: '#cf94f5',
    slate: '#9fb0bf',
    blue: '#7fb2ff',
    rose: '#ff85b0',
    olive: '#8fc93a',
    brown: '#d3a184',
  },
};

export type Palette = typeof light & { line: Record<LineColour, string> };

export const PALETTES: Record<Theme, Palette> = {
  light: { ...light, line: lines.light },
  dark: { ...dark, line: lines.dark },
};

/** The line colour that a name of the data stands for; an unknown name gets the neutral one. */
export function getLineColour(theme: Theme, name: string | undefined): string {
  const known = LINE_COLOURS.find((colour) => colour === name);
  return PALETTES[theme].line[known ?? 'slate'];
}

/**
 * The palette and the sizes as CSS: light by default and on paper, dark where the system or `data-theme` asks for it on a screen.
 *
 * @param root what has them, by a selector
 */
export function writePaletteCss(root = ':root'): string {
  const toKebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const writeBlock = (theme: Theme) => {
    const { line, ...plain } = PALETTES[theme];
    const rows = [
      ...Object.entries(plain).map(([name, value]) => `--${toKebabCase(name)}:${value}`),
      ...Object.entries(line).map(([name, value]) => `--line-${name}:${value}`),
    ];
    return `color-scheme:${theme};${rows.join(';')}`;
  };
  return [
    `${root}{${writeTokens()};${writeBlock('light')}}`,
    `@media screen and (prefers-color-scheme:dark){${root}:not([data-theme=light]){${writeBlock('dark')}}}`,
    `@media screen{${root}[data-theme=dark]{${writeBlock('dark')}}}`,
  ].join('\n');
}
