/** The railways that a view draws, by year. */
import type { Atlas } from '../dataset/dataset.ts';
import type { LinkProperties, StoryView } from '../dataset/model.ts';
import { computeOpenByYear, findYearSpan, type OpenByYear } from '../measure/open-by-year.ts';
import { findDrawnRoutes } from './drawn-routes.ts';

/** Each link that a view draws, once. */
export function findDrawnLinks(atlas: Atlas, view: StoryView): LinkProperties[] {
  const drawn = new Set(findDrawnRoutes(atlas, view).flatMap((id) => atlas.routes.get(id)?.links.map((leg) => leg.id) ?? []));
  return [...drawn].flatMap((id) => atlas.links.get(id)?.properties ?? []);
}

/**
 * What was open of the railways of a view, over the years of the whole atlas, so that charts of one story can be compared; null where
 * no opening of them has a known year.
 *
 * @param asOf the date that statuses speak of
 */
export function computeShownYears(atlas: Atlas, view: StoryView, asOf = atlas.context?.statusAsOf): OpenByYear | null {
  const links = findDrawnLinks(atlas, view);
  const span = findYearSpan(
    [...atlas.links.values()].map(({ properties }) => properties),
    asOf,
  );
  const isKnown = links.some(({ mode, opened }) => mode === 'rail' && opened !== undefined);
  return span && isKnown ? computeOpenByYear(links, span) : null;
}
