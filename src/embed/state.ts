/** What an embed shows. */
import type { EmbedConfig } from '../core/embed/embed-url.ts';
import type { Lang } from '../core/dataset/model.ts';
import type { Theme } from '../core/style/palette.ts';
import type { Camera } from '../core/url/view.ts';

export interface EmbedState {
  /** Corridor, route or area that the page is about; null for a mix. */
  page: string | null;
  routes: readonly string[];
  corridors: readonly string[];
  compare: readonly string[];
  select: string | null;
  year: number | null;
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
  const { routes, corridors, compare, select, year, camera } = config;
  const asked = [...routes, ...corridors];
  const [first = null] = asked;
  const single = asked.length === 1 ? first : asked.length === 0 && compare.length === 0 ? select : null;
  const other = page === null && single !== null && pages.includes(single) ? single : null;
  return {
    page: page ?? other,
    routes: other === null ? routes : [],
    corridors: other === null ? corridors : [],
    compare,
    select: select === other ? null : select,
    year,
    lang: config.lang ?? lang,
    theme,
    camera,
  };
}

/** Which page of the build a state shows. */
export const getWrittenKey = ({ page, lang }: Pick<EmbedState, 'page' | 'lang'>): string => `${page ?? ''}.${lang}`;

/** A state as the host page gets it. */
export function describeState(state: EmbedState, live: boolean): Record<string, unknown> {
  const { routes, corridors, compare, camera, ...rest } = state;
  return {
    ...rest,
    routes: [...routes],
    corridors: [...corridors],
    compare: [...compare],
    camera: camera && { ...camera },
    live,
  };
}

/** True where a page as the build wrote it does not show the state. */
export const isMixedPage = ({ routes, corridors, compare, year }: EmbedState): boolean =>
  routes.length > 0 || corridors.length > 0 || compare.length > 0 || year !== null;
