/** The address that people hand on: of the page to share, which other sites turn into a map or a preview, in the reader's language. */
import { type Atlas, hasPage } from '../../core/dataset/dataset.ts';
import { getPagePath } from '../../core/url/paths.ts';
import type { ViewState } from '../../core/url/view.ts';

/**
 * @param id feature that is shared; what has no page of its own is shared as the map with it selected
 * @param linkTo gives the whole address of a view
 */
export function writeShareAddress(atlas: Atlas, id: string, view: ViewState, linkTo: (view: ViewState) => string): string {
  const map = linkTo({ ...view, select: id, panel: 'routes', camera: null });
  return hasPage(atlas, id) ? new URL(getPagePath(id, view.lang), new URL('.', map)).href : map;
}
