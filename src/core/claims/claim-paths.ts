/** Ways in the network under the conditions of a claim. */
import { writeItem } from '../url/compare-items.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { AtlasError } from '../dataset/errors.ts';
import { type Leg, findShortestPath } from '../routing/graph.ts';
import { getEnd, INTERNATIONAL_WATERS, measureLegs, getStart } from '../measure/measure.ts';
import { MODES, type Status, type WayConditions } from '../dataset/model.ts';

export interface ClaimPath {
  km: number;
  /** Kilometres that are not built. */
  unbuiltKm: number;
  /** In the order in which they are first entered. */
  countries: string[];
  nodes: Set<string>;
}

const avoided = ({ modes }: WayConditions) => MODES.filter((mode) => modes && !modes.includes(mode));

/** The shortest way by nodes in order; null where there is none, or only one that goes back over its own track. */
export function findPathVia(atlas: Atlas, via: readonly string[], conditions: WayConditions): ClaimPath | null {
  const { statuses, avoidCountries } = conditions;
  let path: Leg[];
  try {
    path = findShortestPath(
      [...atlas.links.values()].map(({ properties }) => properties),
      via,
      { avoidModes: avoided(conditions), ...(statuses && { statuses }), ...(avoidCountries && { avoidCountries }) },
    );
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
  if (path.length === 0 || new Set(path.map(({ id }) => id)).size < path.length) return null;
  const legs = path.map(({ id, reversed }) => ({ link: atlas.links.get(id)!, reversed }));
  const { drawnKm, byCountry, byStatus } = measureLegs(legs, (node) => atlas.nodes.get(node)?.properties.country ?? '');
  return {
    km: drawnKm,
    unbuiltKm: byStatus.reduce(
      (sum, { status, km }) => (status === 'planned' || status === 'under-construction' ? sum + km : sum),
      0,
    ),
    countries: byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS),
    nodes: new Set(legs.flatMap((leg) => [getStart(leg), getEnd(leg)])),
  };
}

/** What a way of the comparison uses where nothing more is said. */
const USABLE: readonly Status[] = ['open', 'under-construction', 'planned'];
const same = (some: readonly Status[] | undefined, others: readonly Status[]) =>
  some?.length === others.length && others.every((status) => some.includes(status));

/** The same way as an address of the comparison; null where its grammar cannot say the conditions. */
export function writePathItem([from, ...rest]: readonly [string, ...string[]], conditions: WayConditions): string | null {
  const { statuses, avoidCountries = [] } = conditions;
  const openOnly = same(statuses, ['open']);
  if (!openOnly && !same(statuses, USABLE)) return null;
  return writeItem({
    kind: 'path',
    from,
    to: rest.at(-1) ?? from,
    via: rest.slice(0, -1),
    openOnly,
    avoidCountries,
    avoidModes: avoided(conditions),
    ...{ n: 1, by: 'length', avoidDisrupted: false, year: null, cut: [] },
  });
}
