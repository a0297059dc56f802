import type { Atlas } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** Has the route length and stations in each of the countries? A rule that decides nothing only lists them. */
export function evaluateCrosses(atlas: Atlas, { route: id, countries, decides = true }: RuleOf<'crosses'>): Finding {
  const route = atlas.routes.get(id);
  const rows = countries.map((code): Row => {
    const km = route?.byCountry.find((share) => share.code === code)?.km ?? 0;
    const stations = (route?.nodes ?? []).filter(({ id: node }) => {
      const properties = atlas.nodes.get(node)?.properties;
      return properties?.country === code && properties.kind !== 'waypoint' && properties.kind !== 'border';
    }).length;
    return {
      cells: [
        { type: 'countries', codes: [code] },
        { type: 'km', km },
        { type: 'n', n: stations },
      ],
      holds: route && decides ? km > 0 && stations > 0 : null,
    };
  });
  return { verdict: judgeCases(rows), columns: ['country', 'km', 'stations'], rows };
}
