import { country } from '../../dataset/schema/fields.ts';
import { judgeCases, type Row } from '../finding.ts';
import { decidesField, defineRule, createIdField, some } from '../rule.ts';

/** The route has length and stations in each country. */
export const crosses = defineRule(
  'crosses',
  { route: createIdField('route'), countries: some(country), decides: decidesField },
  (atlas, { route: id, countries, decides = true }) => {
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
  },
);
