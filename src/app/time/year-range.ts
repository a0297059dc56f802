import type { Atlas } from '../../core/dataset/dataset.ts';
import { type Filters, filterParallelLines } from '../../core/dataset/filter.ts';
import type { LinkProperties, Manifest } from '../../core/dataset/model.ts';
import { findYearSpan } from '../../core/measure/open-by-year.ts';

/** The years that the map can go back to: from the first opening that is known to the day that statuses speak of; null where neither is. */
export const findYears = (atlas: Atlas, manifest: Manifest | null): { first: number; last: number } | null =>
  findYearSpan(
    [...atlas.links.values()].map(({ properties }) => properties),
    atlas.context?.statusAsOf ?? manifest?.built,
  );

/** Links of the lines that the filters leave on the map in some year, by the group that they are drawn for. */
export function groupShownLinks(atlas: Atlas, filters: Filters): Map<string, LinkProperties[]> {
  const groups = new Map<string, Map<string, LinkProperties>>();
  for (const { group, link } of filterParallelLines(atlas, { ...filters, year: null })) {
    const properties = atlas.links.get(link)?.properties;
    const links = groups.get(group) ?? new Map<string, LinkProperties>();
    groups.set(group, links);
    if (properties) links.set(link, properties);
  }
  return new Map([...groups].map(([group, links]) => [group, [...links.values()]]));
}
