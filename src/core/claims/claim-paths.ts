/** Paths in the network under the conditions of a claim. */
import type { Atlas } from '../dataset/dataset.ts';
import { MODES } from '../dataset/enums.ts';
import { AtlasError } from '../dataset/errors.ts';
import type { Leg, Status } from '../dataset/model.ts';
import { type Estimate, estimateLegs } from '../measure/estimate.ts';
import { getEnd, getStart, INTERNATIONAL_WATERS, type MeasuredLeg, measureLegs, toMetres } from '../measure/measure.ts';
import { USABLE_STATUSES } from '../routing/find-paths.ts';
import { findLegs } from '../routing/legs.ts';
import { findShortestPath } from '../routing/shortest-path.ts';
import { writeItem } from '../url/compare-items.ts';
import type { PathConditions } from './path-conditions.ts';

/** Its length is the estimated one. */
export interface ClaimPath extends Estimate {
  /** Kilometres that are not built. */
  unbuiltKm: number;
  /** In the order in which they are first entered. */
  countries: string[];
  nodes: Set<string>;
}

const listAvoidedModes = ({ modes }: PathConditions) => MODES.filter((mode) => modes && !modes.includes(mode));

/**
 * The path of the least estimated length via nodes in order; null where there is none, or only one that goes back over its own track.
 *
 * @param without a node that it does not pass
 */
export function findPathVia(
  atlas: Atlas,
  via: readonly string[],
  conditions: PathConditions,
  without?: string,
): ClaimPath | null {
  const path = findLegsVia(atlas, via, conditions, without);
  if (path.length === 0 || new Set(path.map(({ id }) => id)).size < path.length) return null;
  const legs = findLegs(atlas, path);
  const { byCountry } = measureLegs(legs, (node) => atlas.nodes.get(node)?.properties.country ?? '');
  return {
    ...estimate(atlas, legs),
    unbuiltKm: estimate(atlas, legs.filter(isUnbuilt)).km,
    countries: byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS),
    nodes: new Set(legs.flatMap((leg) => [getStart(leg), getEnd(leg)])),
  };
}

const isUnbuilt = ({ link }: MeasuredLeg): boolean =>
  link.properties.status === 'planned' || link.properties.status === 'under-construction';

/** The estimate of legs; the measured length, as if it were exact, where the model of lengths did not come. */
function estimate(atlas: Atlas, legs: readonly MeasuredLeg[]): Estimate {
  const measured = toMetres(legs.reduce((sum, { link }) => sum + link.properties.drawnKm, 0));
  const { km, low, high } = estimateLegs(legs, atlas.lengthModel) ?? { km: measured, low: measured, high: measured };
  return { km, low, high };
}

/** Empty where there is no path. */
function findLegsVia(atlas: Atlas, via: readonly string[], conditions: PathConditions, without?: string): Leg[] {
  const { statuses, avoidCountries } = conditions;
  try {
    return findShortestPath(
      [...atlas.links.values()]
        .map(({ properties }) => ({ ...properties, drawnKm: properties.estimatedKm ?? properties.drawnKm }))
        .filter(({ from, to }) => from !== without && to !== without),
      via,
      { avoidModes: listAvoidedModes(conditions), ...(statuses && { statuses }), ...(avoidCountries && { avoidCountries }) },
    );
  } catch (error) {
    if (error instanceof AtlasError) return [];
    throw error;
  }
}

const isSame = (some: readonly Status[] | undefined, others: readonly Status[]): boolean =>
  some?.length === others.length && others.every((status) => some.includes(status));

/** The same path as an item of a comparison; null where its grammar cannot say the conditions. */
export function writePathItem([from, ...rest]: readonly [string, ...string[]], conditions: PathConditions): string | null {
  const { statuses, avoidCountries = [] } = conditions;
  const openOnly = isSame(statuses, ['open']);
  if (!openOnly && !isSame(statuses, USABLE_STATUSES)) return null;
  return writeItem({
    kind: 'path',
    from,
    to: rest.at(-1) ?? from,
    via: rest.slice(0, -1),
    openOnly,
    avoidCountries,
    avoidModes: listAvoidedModes(conditions),
    n: 1,
    by: 'length',
    avoidDisrupted: false,
    year: null,
    cut: [],
  });
}
