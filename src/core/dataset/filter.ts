/** What the filters leave on the map. */
import type { Atlas } from './dataset.ts';
import type { AtlasEvent, LinkProperties, Mode, ParallelLine, Status } from './model.ts';

/** What the legend can switch off. Empty arrays mean that all is shown. */
export interface Filters {
  /** Ids of corridors, or of routes that stand for themselves. */
  hiddenGroups: readonly string[];
  hiddenModes: readonly Mode[];
  hiddenStatuses: readonly Status[];
  /** Only what was open by the end of this year; null shows the present and what is planned. */
  year: number | null;
  /** With the events that have a place; without them by default. */
  events?: boolean;
  /** With the countries that signed, by year; without them by default. */
  signings?: boolean;
}

/** True where a link was open by the end of a year; one without a date of opening was always there. */
export function wasOpen(link: Pick<LinkProperties, 'status' | 'opened' | 'closed'>, year: number): boolean {
  const opened = link.opened ? Number(link.opened.slice(0, 4)) : -Infinity;
  const closed = link.closed ? Number(link.closed.slice(0, 4)) : Infinity;
  if (link.status === 'open') return opened <= year;
  return link.status === 'closed' ? opened <= year && year < closed : false;
}

/** True of an event that is dated no later than a year; of every one while no year is set. */
export const tookPlaceBy = ({ date }: Pick<AtlasEvent, 'date'>, year: number | null): boolean =>
  year === null || Number(date.slice(0, 4)) <= year;

/** True where the filters leave a link on the map; a year shows what was open by its end. */
export function isShown(link: LinkProperties, { hiddenModes, hiddenStatuses, year }: Filters): boolean {
  if (hiddenModes.includes(link.mode) || hiddenStatuses.includes(link.status)) return false;
  return year === null || wasOpen(link, year);
}

/** The lines that are drawn, in the order of the dataset. */
export function filterParallelLines(atlas: Atlas, filters: Filters): ParallelLine[] {
  return atlas.parallelLines.filter(({ link, group }) => {
    const properties = atlas.links.get(link)?.properties;
    return properties && !filters.hiddenGroups.includes(group) && isShown(properties, filters);
  });
}
