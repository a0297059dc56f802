/** The address that people hand on: of the page to share, which other sites turn into a map or a preview, in the reader's language. */
import { type Atlas, hasPage } from '../../core/dataset/dataset.ts';
import type { ReadyComparison } from '../../core/dataset/schema/context/comparisons.ts';
import { getComparisonPage, getPagePath } from '../../core/url/paths.ts';
import type { ViewState } from '../../core/url/view.ts';

/** True where the panel shows a comparison. */
export const isComparing = ({ panel, tool, compare }: ViewState): boolean =>
  panel === 'compare' && tool === 'compare' && compare.length > 0;

/** The ready-made comparison on the screen; undefined where there is none, or one of the reader's own. */
export function findReadyComparison({ comparisons }: Pick<Atlas, 'comparisons'>, view: ViewState): ReadyComparison | undefined {
  return isComparing(view) ? comparisons.find(({ compare }) => compare.join() === view.compare.join()) : undefined;
}

/**
 * @param id feature that is shared, null for what is on the screen; what has no page of its own is shared as the map
 * @param linkTo gives the whole address of a view
 */
export function writeShareAddress(atlas: Atlas, id: string | null, view: ViewState, linkTo: (view: ViewState) => string): string {
  const map = linkTo(id === null ? view : { ...view, select: id, panel: 'routes', camera: null });
  const page = findSharedPage(atlas, id, view);
  return page === null ? map : new URL(getPagePath(page, view.lang), new URL('.', map)).href;
}

/** Id of the page to share; null where there is none. See `writeShareAddress`. */
export function findSharedPage(atlas: Atlas, id: string | null, view: ViewState): string | null {
  if (id !== null) return hasPage(atlas, id) ? id : null;
  const ready = findReadyComparison(atlas, view);
  return ready ? getComparisonPage(ready.id) : null;
}
