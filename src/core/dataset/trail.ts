import { type Atlas, findCorridorOf, findFeature, findRoutesThrough } from './dataset.ts';

/**
 * What a feature belongs to, from the whole to the part, without the feature itself: the steps of a breadcrumb.
 *
 * @param from the feature whose page the reader came from; of several routes that pass a place, it decides
 */
export function findTrail(atlas: Atlas, id: string, from: string | null): string[] {
  const found = findFeature(atlas, id);
  switch (found?.kind) {
    case 'route':
      return listCorridor(atlas, id);
    case 'node':
      return listRoute(
        atlas,
        findRoutesThrough(atlas, id).map(({ route }) => route.id),
        from,
      );
    case 'link': {
      const routes = [...atlas.routes.values()].filter(({ links }) => links.some((leg) => leg.id === id));
      return listRoute(
        atlas,
        routes.map((route) => route.id),
        from,
      );
    }
    case 'area': {
      const { parent } = found.value.properties;
      return parent === undefined ? [] : [parent];
    }
    default:
      return [];
  }
}

const listCorridor = (atlas: Atlas, route: string): string[] => {
  const corridor = findCorridorOf(atlas, route);
  return corridor?.kind === 'corridor' ? [corridor.id] : [];
};

/** The route that the reader came from, or else the first, below its corridor. */
function listRoute(atlas: Atlas, routes: readonly string[], from: string | null): string[] {
  const route = routes.find((one) => one === from) ?? routes[0];
  return route === undefined ? [] : [...listCorridor(atlas, route), route];
}
