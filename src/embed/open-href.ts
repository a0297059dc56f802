import type { EmbedConfig } from '../core/embed/embed-url.ts';
import { NO_SEARCH } from '../core/url/finder-view.ts';
import { writeView } from '../core/url/url.ts';
import type { EmbedState } from './state.ts';

/**
 * Address of the open map with the state of an embed.
 *
 * @param root address of the product's folder, with a slash at its end
 */
export function writeOpenHref(root: string, state: EmbedState, { theme }: Pick<EmbedConfig, 'theme'>): string {
  const { page, select, places, compare, year, hiddenModes, hiddenStatuses, lang, camera } = state;
  const view = {
    select: select ?? page ?? places[0] ?? null,
    panel: 'routes' as const,
    compare: [...compare],
    tool: compare.length > 0 ? ('compare' as const) : ('find' as const),
    find: NO_SEARCH,
    filters: { hiddenGroups: null, hiddenModes, hiddenStatuses, year },
    lang,
    theme,
    camera,
  };
  // English stands in the address, as the open map would else take the reader's language.
  const { search, hash } = writeView(view, { lang: 'en', theme: 'auto', panel: 'routes' });
  const query = new URLSearchParams(search);
  query.set('lang', lang);
  return `${root}index.html?${query.toString()}${hash}`;
}
