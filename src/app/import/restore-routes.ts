/** Routes of an earlier visit, out of their records. */
import type { ImportResult } from '../../core/import/convert.ts';
import { createRouteId, type ImportedRoute } from '../../core/import/routes/imported-route.ts';
import { createSequence, splitIntoBatches, type StoredRecord, type StoredRoute } from '../../core/import/routes/stored-route.ts';
import type { Share } from '../../core/measure/measure.ts';
import type { ConvertJob } from './dependencies.ts';
import type { MyRoute } from './types.ts';

export interface RestoredRoutes {
  routes: (ImportedRoute & Pick<StoredRoute, 'added'>)[];
  /** Records that can be parsed, but not converted. */
  damaged: StoredRecord[];
}

/** Converts records like files, in portions; countries that are stored are not looked up again. */
export async function restoreRoutes(
  rows: readonly StoredRoute[],
  convert: (job: ConvertJob) => Promise<ImportResult>,
): Promise<RestoredRoutes> {
  const restored: RestoredRoutes = { routes: [], damaged: [] };
  for (const batch of splitIntoBatches(rows)) {
    const known: Record<string, Share[]> = {};
    for (const { source, countries } of batch) if (countries) known[createRouteId(source)] = countries;
    const { routes } = await convert({ source: { name: '', bytes: new TextEncoder().encode(createSequence(batch)) }, known });
    const bySource = new Map(routes.map((route) => [route.source, route]));
    for (const [i, row] of batch.entries()) {
      // The i-th record is the i-th feature, as long as each could be parsed.
      const route = bySource.get(row.source) ?? (routes.length === batch.length ? routes[i] : undefined);
      if (route) restored.routes.push({ ...route, id: row.id, name: row.name, added: row.added });
      else restored.damaged.push({ key: row.id, value: row });
    }
  }
  return restored;
}

export interface MergeInput {
  /** The list as it was when the store was read. */
  before: readonly MyRoute[];
  /** The list as it is now: the reader may have added to it meanwhile. */
  now: readonly MyRoute[];
  stored: readonly StoredRoute[];
  restored: readonly MyRoute[];
  /** True of routes that could not be saved, so that what is not stored is no sign of a removal. */
  isLost(id: string): boolean;
}

/** The list with what was read: another tab may have added, renamed and removed routes. */
export function mergeRoutes({ before, now, stored, restored, isLost }: MergeInput): MyRoute[] {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const old = new Map(before.map((route) => [route.id, route]));
  const read = new Set(restored.map(({ id }) => id));
  const kept = now.filter(({ id, linked }) => !read.has(id) && (linked || isLost(id) || rows.has(id) || !old.has(id)));
  const renamed = kept.map((mine) => ({
    ...mine,
    // Unless the reader has renamed it here meanwhile.
    name: (old.get(mine.id)?.name === mine.name && rows.get(mine.id)?.name) || mine.name,
    linked: mine.linked && !rows.has(mine.id),
  }));
  return [...renamed, ...restored].sort((a, b) => a.added - b.added);
}
