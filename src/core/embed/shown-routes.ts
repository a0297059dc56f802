/** Which lines an embed shows, from its page, its address or a message. */
import type { Atlas } from '../dataset/dataset.ts';
import type { ParallelLine } from '../dataset/model.ts';

export interface Wanted {
  /** Feature of the page; null where the page is for any mix. */
  page: string | null;
  routes: readonly string[];
  corridors: readonly string[];
  compare: readonly string[];
}

/** Ids of the routes that are drawn. Unknown ids are passed over; with nothing left it is what the page shows by itself. */
export function findShownRoutes(atlas: Atlas, { page, routes, corridors, compare }: Wanted): string[] {
  const compared = compare.map((item) => item.split(':')[0] ?? '');
  const asked = [...routes, ...compared].filter((id) => atlas.routes.has(id));
  const whole = corridors.flatMap((id) => atlas.corridors.get(id)?.routes ?? []);
  const chosen = [...new Set([...asked, ...whole])];
  if (chosen.length > 0) return chosen;
  if (page !== null && atlas.routes.has(page)) return [page];
  const corridor = page === null ? undefined : atlas.corridors.get(page);
  if (corridor) return corridor.routes;
  return [...atlas.routes.values()].filter(({ kind }) => kind !== 'alternative').map(({ id }) => id);
}

/** The parallel lines of some routes, each with those of its routes only. */
export function restrictLines(lines: readonly ParallelLine[], shown: ReadonlySet<string>): ParallelLine[] {
  return lines.flatMap((line) => {
    const routes = line.routes.filter((id) => shown.has(id));
    return routes.length > 0 ? [{ ...line, routes }] : [];
  });
}

/** The atlas with only some of its routes drawn, and no events. */
export function restrictToRoutes(atlas: Atlas, shown: readonly string[]): Atlas {
  return { ...atlas, parallelLines: restrictLines(atlas.parallelLines, new Set(shown)), events: new Map() };
}
