import { evaluateClaim } from '../../src/core/claims/evaluate.ts';
import { indexAtlas } from '../../src/core/dataset/dataset.ts';
import type { Disruption } from '../../src/core/dataset/schema/context/disruptions.ts';
import type { AreaFeature, Claim, LinkFeature, RouteFeature } from '../../src/core/dataset/model.ts';
import type { Estimates } from '../derive/estimates.ts';
import type { Inputs } from '../read/inputs.ts';

/** What the rules look at. */
interface Evidence {
  inputs: Pick<Inputs, 'nodes' | 'corridors' | 'events'>;
  disruptions: readonly Disruption[];
  links: readonly LinkFeature[];
  routes: readonly RouteFeature[];
  areas: readonly AreaFeature[];
  estimates: Pick<Estimates, 'model'>;
}

/** Claims with their verdicts by the data that are published with them. */
export function judgeClaims(
  claims: readonly Claim[],
  { inputs, disruptions, links, routes, areas, estimates }: Evidence,
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
