import { area } from '@turf/area';
import { findShortestPath } from '../../src/core/routing/shortest-path.ts';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { measureLine, type MeasuredLeg, measureLegs } from '../../src/core/measure/measure.ts';
import type { AreaFeature, Leg, LinkFeature, Position, RouteFeature } from '../../src/core/dataset/model.ts';
import { cutByCountry } from './countries.ts';
import type { AuthoredRoute, Inputs } from '../read/inputs.ts';
import type { RawLink } from '../read/lines.ts';
import type { Problem } from '../read/problem.ts';
import { simplifyLine } from './simplify.ts';

/** A route takes a closed or planned link only where the way round by open ones is this many times longer, or its nodes say so. */
const WEIGHT = { open: 1, 'under-construction': 3, planned: 4, closed: 20 };

const rounded = (line: readonly Position[]): Position[] => line.map(([lon, lat]) => [round4(lon), round4(lat)]);
const round4 = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** Rounds positions to 4 decimals and leaves out points that then fall on the one before. */
function tidyLine(line: readonly Position[]): Position[] {
  const points = rounded(line);
  const kept = points.filter((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
  return kept.length > 1 ? kept : points.slice(0, 2);
}

/** A drawn link with its length and its shares by country; lengths are of the rounded line, so that anybody can measure them again. */
export function deriveLink(
  raw: RawLink,
  findCountry: (node: string) => string,
  locate: (at: Position) => string | null,
): LinkFeature {
  const coordinates = tidyLine(raw.coordinates);
  const drawnKm = measureLine(coordinates);
  const { id, from, to, mode, gaugeMm, status, opened, closed, fidelity, note, sources, published = [] } = raw;
  const cut = cutByCountry(coordinates, drawnKm, locate, {
    mode,
    from: findCountry(from),
    to: findCountry(to),
    canal: raw.allowLand !== undefined,
    ...(raw.countries && { only: raw.countries }),
  });
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates },
    properties: {
      id,
      from,
      to,
      mode,
      gaugeMm,
      status,
      ...(opened && { opened }),
      ...(closed && { closed }),
      drawnKm,
      published,
      fidelity,
      ...cut,
      vertices: coordinates.length,
      ...(note && { note }),
      sources,
    },
  };
}

/** The way of a route over the links; null, with the reason in `problems`, where there is none. */
function findRoutePath(route: AuthoredRoute, links: readonly LinkFeature[], file: string, problems: Problem[]): Leg[] | null {
  const avoidModes = route.modes && (['rail', 'sea', 'road'] as const).filter((mode) => !route.modes?.includes(mode));
  try {
    const legs = findShortestPath(
      links.map(({ properties }) => properties),
      route.via,
      { weight: WEIGHT, ...(avoidModes && { avoidModes }), ...(route.statuses && { statuses: route.statuses }) },
    );
    if (legs.length > 0) return legs;
    problems.push({ file, feature: route.id, problem: 'all its nodes are the same', remedy: 'name a start and an end in "via"' });
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    const { id, from, to } = error.params;
    problems.push(
      error.code === 'unknown-id'
        ? {
            file,
            feature: route.id,
            problem: `passes "${id}", which no link has`,
            remedy: 'draw a line to that node, or correct "via"',
          }
        : {
            file,
            feature: route.id,
            problem: `there is no way from "${from}" to "${to}"`,
            remedy: 'draw what is missing between them',
          },
    );
  }
  return null;
}

/** Routes with all that is measured along them; one without a way is left out and told in `problems`. */
export function deriveRoutes(
  routes: readonly AuthoredRoute[],
  links: readonly LinkFeature[],
  findCountry: (node: string) => string,
  { file, problems }: { file: string; problems: Problem[] },
): RouteFeature[] {
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  return routes.flatMap((route): RouteFeature[] => {
    const way = findRoutePath(route, links, file, problems);
    if (!way) return [];
    const legs: MeasuredLeg[] = way.map(({ id, reversed }) => ({ link: byId.get(id)!, reversed }));
    const { id, name, names, shortName, kind, colour, summary, published, figures, sources } = route;
    const properties = {
      id,
      name,
      names,
      ...(shortName && { shortName }),
      kind,
      ...(colour && { colour }),
      ...(summary && { summary }),
      links: way,
      published,
      ...measureLegs(legs, findCountry),
      figures,
      sources,
    };
    const coordinates = legs.map(({ link, reversed }) => {
      const line = simplifyLine(link.geometry.coordinates);
      return reversed ? line.toReversed() : line;
    });
    return [{ type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties }];
  });
}

/** Areas with their extent in hectares, as drawn, where the data does not give one. */
export function deriveAreas(areas: Inputs['areas']): AreaFeature[] {
  return areas.features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, areaHa: feature.properties.areaHa ?? Math.round(area(feature.geometry) / 1e4) },
  }));
}
