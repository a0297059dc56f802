/**
 * What a viewer shows: everything that a link carries and that the map, the sidebar and an embedding page agree on.
 * The URL is its serial form (see `url.ts`).
 */
import type { Lang, Mode, Status } from '../dataset/model.ts';

export interface Camera {
  /** Web Mercator zoom of 512 px tiles, as MapLibre counts it. */
  zoom: number;
  lon: number;
  lat: number;
}

/** What the legend can switch off. Empty arrays mean that all is shown. */
export interface Filters {
  /** Ids of corridors, or of routes that stand for themselves. */
  hiddenGroups: readonly string[];
  hiddenModes: Mode[];
  hiddenStatuses: Status[];
  /** Only what was open by the end of this year; null shows the present and what is planned. */
  year: number | null;
}

export const THEME_CHOICES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export const PANELS = ['routes', 'compare', 'article', 'claims', 'events'] as const;
export type Panel = (typeof PANELS)[number];

export interface ViewState {
  /** Id of the selected node, link, route, corridor, area, event, initiative or claim. */
  select: string | null;
  panel: Panel;
  /** No list of hidden groups: what is drawn for comparison only is hidden. */
  filters: Omit<Filters, 'hiddenGroups'> & { hiddenGroups: readonly string[] | null };
  lang: Lang;
  theme: ThemeChoice;
  /** Null: the camera that fits what is selected, or all. */
  camera: Camera | null;
  /** Routes, sections or ways set side by side, as an address has them: `readCompared` gives what can be used of it. */
  compare: string[];
}
