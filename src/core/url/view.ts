/**
 * What a viewer shows: everything that a link carries and that the map, the sidebar and an embedding page agree on.
 * The URL is its serial form (see `url.ts`).
 */
import { THEME_CHOICES, type ThemeChoice } from '../dataset/enums.ts';
import type { Filters } from '../dataset/filter.ts';
import type { Lang } from '../dataset/model.ts';
import type { Camera } from '../geo/projection.ts';
import type { FinderView } from './finder-view.ts';

export type { Camera, Filters };
export { THEME_CHOICES, type ThemeChoice };

export const PANELS = ['routes', 'compare', 'shipments', 'article', 'claims', 'events', 'changes', 'write'] as const;
export type Panel = (typeof PANELS)[number];

/** The two sides of the panel that compares: finding paths, and setting them side by side. */
export const TOOLS = ['find', 'compare'] as const;
export type Tool = (typeof TOOLS)[number];

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
  /** Routes, sections or paths side by side, as an address has them: `readCompared` gives what can be used of it. */
  compare: string[];
  tool: Tool;
  find: FinderView;
}

/** True of a view that needs no more of the dataset than what is fetched first, whose lines and names serve up to a zoom. */
export const isFirstView = ({ select, panel, compare, camera, filters }: ViewState, zoom: number): boolean =>
  select === null &&
  panel === 'routes' &&
  compare.length === 0 &&
  !filters.events &&
  !filters.signings &&
  (camera === null || camera.zoom <= zoom);
