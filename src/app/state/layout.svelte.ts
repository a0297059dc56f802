import type { Padding } from '../../core/geo/camera.ts';

/** Heights of the sheet that holds the panel on a phone. */
export const SHEET = { peek: 0, half: 1, full: 2 } as const;
type SheetStop = (typeof SHEET)[keyof typeof SHEET];

/** Width in CSS pixels below which the panel becomes a sheet; the style sheets have the same. */
export const NARROW = 760;
/** Beyond this height the sheet covers so much of the map that the rest is no longer centred. */
const MOST_COVERED = 460;
/** Height of the sheet at its lowest. */
const PEEK_HEIGHT = 90;

/** What covers how much of the map. Lengths in CSS pixels. */
export class Layout {
  isNarrow = $state(false);
  sheet: SheetStop = $state(SHEET.half);
  sheetHeight = $state(0);
  /** 0 where the legend is closed. */
  legendWidth = $state(0);

  /** How much of the map's foot the sheet covers beyond its lowest stop. */
  readonly covered = $derived(this.isNarrow ? Math.max(0, Math.min(this.sheetHeight, MOST_COVERED) - PEEK_HEIGHT) : 0);
  readonly mapPadding: Padding = $derived({
    top: 0,
    right: this.isNarrow ? 0 : 40,
    bottom: this.covered,
    left: this.isNarrow ? 0 : this.legendWidth,
  });

  raiseSheet(): void {
    this.sheet = this.sheet === SHEET.peek ? SHEET.half : SHEET.full;
  }

  lowerSheet(): void {
    this.sheet = this.sheet === SHEET.full ? SHEET.half : SHEET.peek;
  }
}
