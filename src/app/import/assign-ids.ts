import { createRouteId, type ImportedRoute } from '../../core/import/routes/imported-route.ts';

/**
 * Routes with ids that no other route has: two of the same id stay so where they are the same, as when a file is added twice; else
 * the later one gets another, the same each time.
 *
 * @param known routes that are listed already
 * @param isSame whether two routes of one id are one
 */
export function assignIds<T extends ImportedRoute>(
  given: readonly T[],
  known: readonly ImportedRoute[],
  isSame: (a: ImportedRoute, b: ImportedRoute) => boolean,
): T[] {
  const taken = indexById(known);
  const assigned = given.map((route) => {
    let { id } = route;
    for (let other = taken.get(id); other && !isSame(route, other); other = taken.get(id))
      id = createRouteId(`${id} ${route.source}`);
    const mine = { ...route, id };
    if (!taken.has(id)) taken.set(id, mine);
    return mine;
  });
  return assigned;
}

export const indexById = <T extends Pick<ImportedRoute, 'id'>>(routes: readonly T[]): Map<string, T> =>
  new Map(routes.map((route) => [route.id, route]));
