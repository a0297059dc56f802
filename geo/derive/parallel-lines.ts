import type { Corridor, LinkFeature, RouteFeature, ParallelLine } from '../../src/core/dataset/model.ts';

interface Group {
  id: string;
  colour?: string;
  routes: RouteFeature[];
}

/** The groups in the order of their parallel lines: corridors first, with what is their main route in front. */
function listGroups(routes: readonly RouteFeature[], corridors: readonly Corridor[]): Group[] {
  const byId = new Map(routes.map((route) => [route.properties.id, route]));
  const corridorGroups = corridors
    .filter(({ kind }) => kind === 'corridor')
    .map(({ id, colour, main, routes: members }): Group => {
      const order = [main, ...members.filter((member) => member !== main)];
      return { id, colour, routes: order.flatMap((member) => byId.get(member) ?? []).filter(isVariant) };
    });
  const others = routes.filter((route) => !isVariant(route));
  const comparison = new Map(corridors.flatMap(({ routes: members, colour }) => members.map((id) => [id, colour])));
  return [
    ...corridorGroups,
    ...others.map((route): Group => {
      const { id, colour } = route.properties;
      const own = colour ?? comparison.get(id);
      return { id, ...(own && { colour: own }), routes: [route] };
    }),
  ];
}

const isVariant = ({ properties }: RouteFeature): boolean => properties.kind === 'variant';

/**
 * The direction in which each link is drawn, the same for neighbours along a route: a parallel line that is moved to the left of one
 * link must not jump to the right of the next. Routes are walked in order; one that meets links already set turns round where
 * more kilometres of them run against it.
 *
 * @returns true for a link that is drawn from its `to` to its `from`
 */
function findDirections(routes: readonly RouteFeature[], kmByLink: (link: string) => number): Map<string, boolean> {
  const reversed = new Map<string, boolean>();
  for (const { properties } of routes) {
    const agreement = properties.links
      .filter(({ id }) => reversed.has(id))
      .reduce((sum, leg) => sum + (reversed.get(leg.id) === leg.reversed ? kmByLink(leg.id) : -kmByLink(leg.id)), 0);
    for (const leg of properties.links) {
      if (!reversed.has(leg.id)) reversed.set(leg.id, agreement < 0 ? !leg.reversed : leg.reversed);
    }
  }
  return reversed;
}

interface User {
  group: Group;
  /** Ids of its routes over the link. */
  routes: string[];
}

/** The groups that run over each link, in their order. */
function findUsers(groups: readonly Group[]): Map<string, User[]> {
  const found = new Map<string, User[]>();
  for (const group of groups) {
    for (const { properties } of group.routes) {
      for (const link of new Set(properties.links.map(({ id }) => id))) {
        const users = found.get(link) ?? [];
        found.set(link, users);
        const last = users.at(-1);
        if (last?.group === group) last.routes.push(properties.id);
        else users.push({ group, routes: [properties.id] });
      }
    }
  }
  return found;
}

/** All parallel lines, link by link; a link that no route takes has none. */
export function deriveParallelLines(
  links: readonly LinkFeature[],
  routes: readonly RouteFeature[],
  corridors: readonly Corridor[],
): ParallelLine[] {
  const groups = listGroups(routes, corridors);
  const kmByLink = new Map(links.map(({ properties }) => [properties.id, properties.drawnKm]));
  const reversed = findDirections(
    groups.flatMap((group) => group.routes),
    (id) => kmByLink.get(id) ?? 0,
  );
  const usersOf = findUsers(groups);
  return links.flatMap(({ properties: { id: link } }): ParallelLine[] => {
    const users = usersOf.get(link) ?? [];
    return users.map(({ group, routes: ids }, lane) => ({
      link,
      reversed: reversed.get(link) ?? false,
      group: group.id,
      routes: ids,
      lane,
      laneCount: users.length,
      ...(group.colour && { colour: group.colour }),
    }));
  });
}
