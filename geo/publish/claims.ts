import { evaluateClaim } from '../../src/core/claims/evaluate.ts';
import { indexAtlas } from '../../src/core/dataset/dataset.ts';
import type { Claim } from '../../src/core/dataset/model.ts';
import type { Derived } from './dataset.ts';

/** Claims with their verdicts by the data that are published with them. */
export function judgeClaims(
  claims: readonly Claim[],
  { inputs, disruptions, links, routes, areas, estimates }: Omit<Derived, 'comparisons'>,
): Claim[] {
  const collect = <F>(features: readonly F[]) => ({ type: 'FeatureCollection' as const, features: [...features] });
  const atlas = indexAtlas({
    nodes: collect(inputs.nodes.map(({ node }) => node)),
    links: collect(links),
    routes: routes.map(({ properties }) => properties),
    corridors: inputs.corridors,
    areas: collect(areas),
    events: inputs.events,
    lengthModel: estimates.model,
    disruptions: [...disruptions],
  });
  return claims.map((claim) => ({ ...claim, verdict: evaluateClaim(atlas, claim).verdict }));
}
