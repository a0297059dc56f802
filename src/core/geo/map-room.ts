/** What the page lays over the map, and what is kept free for it. CSS pixels. */
import type { Padding } from './camera.ts';
import type { Size } from './projection.ts';

/** Height of the key at the foot of the map. */
export const KEY_HEIGHT = 32;
/** Room round what is fitted; names stand to the right of their places in every language, and on a phone wherever they have room. */
const ROOM = { wide: { top: 40, side: 40, names: 110 }, narrow: { top: 24, side: 24, names: 24 } };
/** Width of the buttons with their margins, and how far down they reach on a screen that is touched: those that zoom, fill the screen and open the layers. */
const BUTTONS = { width: 56, wide: 254, narrow: 200 };
/** Height of the credits above the key, and how far they reach to the other side. */
const CREDITS = { height: 24, width: 434 };
/** Half the height of a name beside its place, and of the signs that stand at places. */
const HALF_NAME = 12;
const HALF_SIGN = 12;

export interface MapShape {
  isNarrow: boolean;
  /** Buttons and credits stand at the end of a line of text: on the left where it runs from right to left. */
  isRtl?: boolean;
  /** Height of the sheet that lies over the map's foot. */
  covered: number;
}

/** What is to be kept free round what the map shows. */
export function computeMapPadding({ isNarrow, isRtl = false, covered }: MapShape): Padding {
  const { top, side, names } = isNarrow ? ROOM.narrow : ROOM.wide;
  const clearOfButtons = BUTTONS.width + HALF_SIGN;
  return {
    top,
    right: isRtl ? names : Math.max(names, clearOfButtons),
    bottom: Math.max(side, CREDITS.height + HALF_NAME) + KEY_HEIGHT + covered,
    left: isRtl ? Math.max(side, clearOfButtons) : side,
  };
}

type Box = [left: number, top: number, right: number, bottom: number];

/** Where buttons, credits, key and sheet lie. */
export function listCoveredBoxes({ width, height }: Size, { isNarrow, isRtl = false, covered }: MapShape): Box[] {
  const place = (from: number, top: number, bottom: number): Box =>
    isRtl ? [0, top, from, bottom] : [width - from, top, width, bottom];
  const foot = height - covered - KEY_HEIGHT;
  return [
    place(BUTTONS.width, 0, isNarrow ? BUTTONS.narrow : BUTTONS.wide),
    place(Math.min(width, CREDITS.width), foot - CREDITS.height, foot),
    [0, foot, width, height],
  ];
}
