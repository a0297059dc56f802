import type { Corridor, LinkFeature, Mode, Position, RouteFeature, Status } from '../../src/core/model.ts';
import { simplified } from './simplify.ts';

/**
 * One line of one colour on the map: a link, once for each group that runs over it, so that shared track is drawn side by
 * side. A group is a corridor, or a railway or a rival route that stands for itself.
 */
export interface Strand {
  type: 'Feature';
  geometry: { type: 'LineString'; coordinates: Position[] };
  properties: {
    link: string;
    group: string;
    /** Routes of the group that run over the link. */
    routes: string[];
    /** Place among the strands of the link, from 0, left to right as the line runs, and how many there are. */
    slot: number;
    slots: number;
    mode: Mode;
    status: Status;
    opened?: string;
    closed?: string;
    /** A name of the palette's line colours. */
    colour?: string;
  };
}

interface Group {
  id: string;
  colour?: string;
  routes: RouteFeature[];
}

/** The groups in the order of their strands: corridors first, with what is their main route in front. */
function groupsOf(routes: readonly RouteFeature[], corridors: readonly Corridor[]): Group[] {
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
 * The direction in which each link is drawn, the same for neighbours along a route: a strand that is moved to the left of one
 * link must not jump to the right of the next. Routes are walked in order; one that meets links already set turns round where
 * more kilometres of them run against it.
 *
 * @returns true for a link that is drawn from its `to` to its `from`
 */
export function directions(routes: readonly RouteFeature[], kmOf: (link: string) => number): Map<string, boolean> {
  const reversed = new Map<string, boolean>();
  for (const { properties } of routes) {
    const agreement = properties.links
      .filter(({ id }) => reversed.has(id))
      .reduce((sum, leg) => sum + (reversed.get(leg.id) === leg.reversed ? kmOf(leg.id) : -kmOf(leg.id)), 0);
    for (const leg of properties.links) {
      if (!reversed.has(leg.id)) reversed.set(leg.id, agreement < 0 ? !leg.reversed : leg.reversed);
    }
  }
  return reversed;
}

/** All strands, link by link; a link that no route takes has none. */
export function strandsOf(
  links: readonly LinkFeature[],
  routes: readonly RouteFeature[],
  corridors: readonly Corridor[],
): { type: 'FeatureCollection'; features: Strand[] } {
  const groups = groupsOf(routes, corridors);
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  const reversed = directions(
    groups.flatMap((group) => group.routes),
    (id) => byId.get(id)?.properties.drawnKm ?? 0,
  );
  const features = links.flatMap(({ properties, geometry }): Strand[] => {
    const users = groups.flatMap((group) => {
      const over = group.routes.filter((route) => route.properties.links.some(({ id }) => id === properties.id));
      return over.length > 0 ? [{ group, routes: over.map((route) => route.properties.id) }] : [];
    });
    const line = simplified(geometry.coordinates);
    const { mode, status, opened, closed } = properties;
    return users.map(({ group, routes: ids }, slot) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: reversed.get(properties.id) ? line.toReversed() : line },
      properties: {
        ...{ link: properties.id, group: group.id, routes: ids, slot, slots: users.length, mode, status },
        ...(opened && { opened }),
        ...(closed && { closed }),
        ...(group.colour && { colour: group.colour }),
      },
    }));
  });
  return { type: 'FeatureCollection', features };
}
