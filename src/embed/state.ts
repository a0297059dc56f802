/** What an embed shows. */
import type { EmbedConfig } from '../core/embed/embed-url.ts';
import type { Lang, Mode, Status } from '../core/dataset/model.ts';
import type { Filters } from '../core/dataset/filter.ts';
import type { Theme } from '../core/style/palette.ts';
import type { Camera } from '../core/url/view.ts';

export interface EmbedState {
  /** Corridor, route or area that the page is about; null for a mix. */
  page: string | null;
  routes: readonly string[];
  corridors: readonly string[];
  compare: readonly string[];
  select: string | null;
  /** Nodes and areas that are marked besides. */
  places: readonly string[];
  year: number | null;
  hiddenModes: readonly Mode[];
  hiddenStatuses: readonly Status[];
  lang: Lang;
  theme: Theme;
  camera: Camera | null;
}

/**
 * The state that a page starts with.
 *
 * @param page feature of the page itself, null on the page for any mix
 * @param pages features that have a page of their own
 */
export function createState(
  config: EmbedConfig,
  page: string | null,
  pages: readonly string[],
  lang: Lang,
  theme: Theme,
): EmbedState {
  const { routes, corridors, compare, select, places, year, hiddenModes, hiddenStatuses, camera } = config;
  const asked = [...routes, ...corridors, ...places];
  const [first = null] = asked;
  const single = asked.length === 1 ? first : asked.length === 0 && compare.length === 0 ? select : null;
  const other = page === null && single !== null && pages.includes(single) ? single : null;
  return {
    page: page ?? other,
    routes: other === null ? routes : [],
    corridors: other === null ? corridors : [],
    compare,
    select: select === other ? null : select,
    places: other === null ? places : [],
    year,
    hiddenModes,
    hiddenStatuses,
    lang: config.lang ?? lang,
    theme,
    camera,
  };
}

/** Which page of the build a state shows. */
export const getWrittenKey = ({ page, lang }: Pick<EmbedState, 'page' | 'lang'>): string => `${page ?? ''}.${lang}`;

/** A state as the host page gets it. */
export function describeState(state: EmbedState, live: boolean): Record<string, unknown> {
  const { routes, corridors, compare, places, hiddenModes, hiddenStatuses, camera, ...rest } = state;
  return {
    ...rest,
    routes: [...routes],
    corridors: [...corridors],
    compare: [...compare],
    places: [...places],
    hiddenModes: [...hiddenModes],
    hiddenStatuses: [...hiddenStatuses],
    camera: camera && { ...camera },
    live,
  };
}

/** True where a page as the build wrote it does not show the state. */
export const isMixedPage = (state: EmbedState): boolean =>
  isMix(state) || state.year !== null || state.hiddenModes.length > 0 || state.hiddenStatuses.length > 0;

/** True where a state shows other things than its page is about. */
export const isMix = ({ routes, corridors, places, compare }: EmbedState): boolean =>
  routes.length > 0 || corridors.length > 0 || places.length > 0 || compare.length > 0;

/** What the filters of a map leave out in a state. */
export const getFilters = ({ year, hiddenModes, hiddenStatuses }: EmbedState): Filters => ({
  hiddenGroups: [],
  hiddenModes,
  hiddenStatuses,
  year,
});
