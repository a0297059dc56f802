/** What the page shows as the view of a chapter, and back. */
import type { Atlas } from '../dataset/dataset.ts';
import { findFeature } from '../dataset/dataset.ts';
import type { StoryView } from '../dataset/model.ts';
import type { ViewState } from '../url/view.ts';

type Shown = Pick<ViewState, 'select' | 'compare' | 'camera' | 'filters'>;

/** Ids of corridors and routes that can be hidden one by one. */
const listGroups = (atlas: Atlas): string[] => [...new Set(atlas.parallelLines.map(({ group }) => group))];

/** The view that a reader of the story gets. Routes of one's own are no part of it: `leftOut` is true where there are any. */
export function takeView(atlas: Atlas, { select, compare, camera, filters }: Shown): { view: StoryView; leftOut: boolean } {
  const { hiddenGroups, year } = filters;
  const known = select !== null && findFeature(atlas, select) ? select : null;
  const shared = compare.filter((item) => !item.startsWith('import:'));
  const only =
    hiddenGroups === null
      ? []
      : listGroups(atlas).filter((id) => !hiddenGroups.includes(id) && (atlas.routes.has(id) || atlas.corridors.has(id)));
  const view: StoryView = {
    ...(known !== null && { select: known }),
    ...(shared.length > 0 && { compare: shared }),
    ...(year !== null && { year }),
    ...(camera && { camera }),
    ...(only.length > 0 && { only }),
  };
  return { view, leftOut: known !== select || shared.length < compare.length };
}

/** What the page has to show for the view of a chapter. */
export function restoreShown(atlas: Atlas, view: StoryView, filters: ViewState['filters']): Shown {
  const { select = null, compare = [], year = null, camera = null, only } = view;
  const isDrawn = (group: string): boolean =>
    only === undefined || only.includes(group) || (atlas.corridors.get(group)?.routes.some((id) => only.includes(id)) ?? false);
  return {
    select,
    compare: [...compare],
    camera,
    filters: { ...filters, year, hiddenGroups: only ? listGroups(atlas).filter((group) => !isDrawn(group)) : null },
  };
}
