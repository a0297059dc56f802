/** Ways in the network under the conditions of a claim. */
import { writeItem } from '../url/compare-items.ts';
import type { Atlas } from '../dataset/dataset.ts';
import { AtlasError } from '../dataset/errors.ts';
import { type Leg, findShortestPath } from '../routing/graph.ts';
import { estimateLegs } from '../measure/estimate.ts';
import { getEnd, getStart, INTERNATIONAL_WATERS, type MeasuredLeg, measureLegs, toMetres } from '../measure/measure.ts';
import { MODES, type Status, type WayConditions } from '../dataset/model.ts';

export interface ClaimPath {
  /** Estimated length with its interval. */
  km: number;
  low: number;
  high: number;
  /** Kilometres that are not built. */
  unbuiltKm: number;
  /** In the order in which they are first entered. */
  countries: string[];
  nodes: Set<string>;
}

const avoided = ({ modes }: WayConditions) => MODES.filter((mode) => modes && !modes.includes(mode));

/**
 * The way of the least estimated length by nodes in order; null where there is none, or only one that goes back over its own track.
 *
 * @param without a node that it does not pass
 */
export function findPathVia(atlas: Atlas, via: readonly string[], conditions: WayConditions, without?: string): ClaimPath | null {
  const { statuses, avoidCountries } = conditions;
  let path: Leg[];
  try {
    path = findShortestPath(
      [...atlas.links.values()]
        .map(({ properties }) => ({ ...properties, drawnKm: properties.estimatedKm ?? properties.drawnKm }))
        .filter(({ from, to }) => from !== without && to !== without),
      via,
      { avoidModes: avoided(conditions), ...(statuses && { statuses }), ...(avoidCountries && { avoidCountries }) },
    );
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
  if (path.length === 0 || new Set(path.map(({ id }) => id)).size < path.length) return null;
  const legs = path.map(({ id, reversed }) => ({ link: atlas.links.get(id)!, reversed }));
  const { byCountry } = measureLegs(legs, (node) => atlas.nodes.get(node)?.properties.country ?? '');
  const unbuilt = legs.filter(({ link }) => ['planned', 'under-construction'].includes(link.properties.status));
  return {
    ...estimate(atlas, legs),
    unbuiltKm: estimate(atlas, unbuilt).km,
    countries: byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS),
    nodes: new Set(legs.flatMap((leg) => [getStart(leg), getEnd(leg)])),
  };
}

/** The estimate of legs; the measured length, as if it were exact, where the model of lengths did not come. */
function estimate(atlas: Atlas, legs: readonly MeasuredLeg[]): Pick<ClaimPath, 'km' | 'low' | 'high'> {
  const measured = toMetres(legs.reduce((sum, { link }) => sum + link.properties.drawnKm, 0));
  const { km, low, high } = estimateLegs(legs, atlas.lengthModel) ?? { km: measured, low: measured, high: measured };
  return { km, low, high };
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
    ...{ n: 1, by: 'length', year: null, cut: [] },
  });
}
