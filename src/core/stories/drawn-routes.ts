import type { Atlas } from '../dataset/dataset.ts';
import type { StoryView } from '../dataset/model.ts';

/** Ids of the routes that a view draws: those that it names, else those of the corridors, and the one that it is about. */
export function findDrawnRoutes(
  { routes, corridors }: Pick<Atlas, 'routes' | 'corridors'>,
  { only, select }: StoryView,
): string[] {
  const named = (only ?? []).flatMap((id) => (routes.has(id) ? [id] : (corridors.get(id)?.routes ?? [])));
  const usual = [...routes.values()].filter(({ kind }) => kind !== 'alternative').map(({ id }) => id);
  const own = select === undefined ? [] : routes.has(select) ? [select] : (corridors.get(select)?.routes ?? []);
  return [...new Set([...(named.length > 0 ? named : usual), ...own])];
}
