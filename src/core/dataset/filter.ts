/** What the filters leave on the map. */
import type { Atlas } from './dataset.ts';
import type { AtlasEvent, LinkFeature, LinkProperties, Mode, NodeFeature, ParallelLine, Status } from './model.ts';

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

/** A line with the link that it runs over, and the places where that ends. */
export interface DrawnLine {
  line: ParallelLine;
  link: LinkFeature;
  ends: readonly NodeFeature[];
}

const known = new WeakMap<Atlas, readonly DrawnLine[]>();

/** All lines of an atlas, looked up once: among many thousands each look-up by id waits for memory, and a map asks again and again. */
export function listDrawnLines(atlas: Atlas): readonly DrawnLine[] {
  const found =
    known.get(atlas) ??
    atlas.parallelLines.flatMap((line): DrawnLine[] => {
      const link = atlas.links.get(line.link);
      if (!link) return [];
      const { from, to } = link.properties;
      return [{ line, link, ends: [from, to].flatMap((id) => atlas.nodes.get(id) ?? []) }];
    });
  known.set(atlas, found);
  return found;
}

/** True where the filters leave a line on the map. */
export const isLineShown = ({ line, link }: DrawnLine, filters: Filters): boolean =>
  !filters.hiddenGroups.includes(line.group) && isShown(link.properties, filters);

/** The lines that are drawn, in the order of the dataset. */
export const filterLines = (atlas: Atlas, filters: Filters): DrawnLine[] =>
  listDrawnLines(atlas).filter((drawn) => isLineShown(drawn, filters));

export const filterParallelLines = (atlas: Atlas, filters: Filters): ParallelLine[] =>
  filterLines(atlas, filters).map(({ line }) => line);
