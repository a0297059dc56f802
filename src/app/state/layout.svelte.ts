import type { Padding } from '../../core/geo/camera.ts';
import { computeMapPadding, KEY_HEIGHT } from '../../core/geo/map-room.ts';

/** Rests of the sheet that holds the panel on a phone. */
export const SHEET = { peek: 0, half: 1, full: 2 } as const;
export type SheetRest = (typeof SHEET)[keyof typeof SHEET];

/** Width in CSS pixels below which the panel becomes a sheet; the style sheets have the same. */
export const NARROW = 760;
/** Width of a map in CSS pixels below which names keep free what they keep on a phone. */
const SLIM = 480;
/** Width over height of a map up to which it opens with the picture of a phone; the style sheet says the same. */
const UPRIGHT = 12 / 25;
/** Height of the sheet at its lowest: the grip, the tabs and a title. */
const PEEK_HEIGHT = 148;
/** Least part of the screen that is left to the map where the sheet stands half-way. */
const HALF = 0.5;
/** Percent of the width that the panel of a comparison has: as much as it may have, where the reader has not chosen less. */
export const PANEL_SHARES = { least: 25, most: 45 };

/** Where a reader was on a page, which "back" restores. */
export interface ReadingPlace {
  scroll: number;
  sheet: SheetRest;
}

/** The place that an entry of the browser's history has; null for one that was never left. */
export function readPlace(state: unknown): ReadingPlace | null {
  if (typeof state !== 'object' || state === null || !('scroll' in state && 'sheet' in state)) return null;
  const sheet = Object.values(SHEET).find((rest) => rest === state.sheet);
  return sheet !== undefined && typeof state.scroll === 'number' ? { scroll: state.scroll, sheet } : null;
}

/** What covers how much of the map. Lengths in CSS pixels. */
export class Layout {
  readonly #getDirection: () => 'ltr' | 'rtl';
  isNarrow = $state(false);
  /** Size of the map in CSS pixels. */
  mapSize = $state.raw({ width: 1200, height: 800 });
  /** The map has no more width than a phone has. */
  readonly isSlim: boolean = $derived.by(() => this.isNarrow || (this.isUpright && this.mapSize.width < SLIM));
  /** The map is as high in proportion as that of a phone. */
  readonly isUpright: boolean = $derived.by(() => this.isNarrow || this.mapSize.width <= this.mapSize.height * UPRIGHT);
  sheet: SheetRest = $state(SHEET.half);
  /** Height of what map and panel share. */
  height = $state(700);
  /** Height of the sheet while a finger holds it. */
  dragged: number | null = $state(null);
  /** Height of the key at the foot of the map, which takes a second line where its words are long. */
  keyHeight = $state(KEY_HEIGHT);
  /** Percent of the width that the panel of a comparison has. */
  panelShare = $state(PANEL_SHARES.most);
  /** How far the panel is scrolled. */
  scroll = 0;
  /** A place to go back to, once its page is there. */
  restored: ReadingPlace | null = $state.raw(null);

  /** Heights of the sheet at its rests. */
  readonly rests: readonly number[] = $derived([
    Math.min(PEEK_HEIGHT, this.height),
    Math.max(PEEK_HEIGHT, Math.round(this.height * HALF)),
    this.height,
  ]);
  readonly sheetHeight: number = $derived.by(() => this.dragged ?? this.rests[this.sheet] ?? 0);
  /** How much of the map's foot the sheet covers; where it covers all, what it covers half-way. */
  readonly covered: number = $derived.by(() => (this.isNarrow ? (this.rests[Math.min(this.sheet, SHEET.half)] ?? 0) : 0));
  /** What is to be kept free round what the map shows. */
  readonly mapPadding: Padding = $derived.by(() => {
    const covered = this.covered + this.keyHeight - KEY_HEIGHT;
    return computeMapPadding({ isNarrow: this.isSlim, isRtl: this.#getDirection() === 'rtl', covered });
  });

  /** @param getDirection that of the page's language: the buttons of the map follow it */
  constructor(getDirection: () => 'ltr' | 'rtl' = () => 'ltr') {
    this.#getDirection = getDirection;
  }

  raiseSheet(): void {
    this.sheet = this.sheet === SHEET.peek ? SHEET.half : SHEET.full;
  }

  lowerSheet(): void {
    this.sheet = this.sheet === SHEET.full ? SHEET.half : SHEET.peek;
  }

  /** Lowers the sheet to a rest, where it stands above it, so that the map is seen. */
  revealMap(rest: SheetRest = SHEET.half): void {
    if (this.sheet > rest) this.sheet = rest;
  }

  /** Sets the width of the panel of a comparison, as far as it may be; what is no number leaves it as it is. */
  setPanelShare(share: number): void {
    if (Number.isFinite(share)) this.panelShare = Math.max(PANEL_SHARES.least, Math.min(PANEL_SHARES.most, share));
  }

  get place(): ReadingPlace {
    return { scroll: this.scroll, sheet: this.sheet };
  }

  /** Goes back to a place; null for the top of a page. */
  restore(place: ReadingPlace | null): void {
    this.restored = place;
    if (place) this.sheet = place.sheet;
  }
}
