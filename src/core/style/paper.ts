/** The map on paper, with and without colours. */
import { LINE_COLOURS, type LineColour, type Palette, PALETTES, THEMES } from './palette.ts';

/** On paper what is chosen has a white edge in place of a bright one, which would waste ink and hide the line. */
export const PAPER: Palette = { ...PALETTES.light, highlight: PALETTES.light.surface };

const BLACK = PALETTES.light.text;
/** The same in black: lines are told apart by `LINE_DASHES`. */
export const BLACK_AND_WHITE: Palette = {
  ...PAPER,
  sea: '#e9e9e9',
  lake: '#e9e9e9',
  land: '#ffffff',
  space: '#ffffff',
  landEdge: '#8c8c8c',
  river: '#bdbdbd',
  border: '#9a9a9a',
  borderDisputed: '#8a8a8a',
  labelCountry: '#5f5f5f',
  labelSea: '#5f5f5f',
  labelTown: '#444444',
  halo: '#ffffff',
  areaFill: '#777777',
  areaStroke: '#333333',
  mark: '#ffffff',
  line: {
    teal: BLACK,
    orange: BLACK,
    violet: BLACK,
    slate: BLACK,
    blue: BLACK,
    rose: BLACK,
    olive: BLACK,
    brown: BLACK,
  },
};

/** Dashes of open railways by the colour of their line, in widths of the line; none is that of a mode or a status. */
export const LINE_DASHES: Readonly<Record<LineColour, readonly number[] | null>> = {
  teal: null,
  orange: [7, 1],
  violet: [1.4, 0.6],
  slate: [9, 1, 1, 1],
  blue: [6, 1, 1, 1, 1, 1],
  rose: [3, 1, 1, 1],
  olive: [3, 0.7],
  brown: [9, 1, 3, 1],
};

/** The name of a line colour, from itself or its value in any theme. */
export const findLineColour = (colour: string): LineColour | undefined =>
  LINE_COLOURS.find((name) => name === colour || THEMES.some((theme) => PALETTES[theme].line[name] === colour));
