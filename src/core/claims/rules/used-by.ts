import * as v from 'valibot';
import type { Atlas } from '../../dataset/dataset.ts';
import { country } from '../../dataset/schema/fields.ts';
import { judgeCases, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** Countries off the route have used it, by dated events; the countries of which nothing is known stand below. */
export const usedBy = defineRule(
  'used-by',
  { route: createIdField('route'), uses: v.array(v.object({ event: createIdField('event'), countries: some(country) })) },
  (atlas, { route: id, uses }) => {
    const along = new Set((atlas.routes.get(id)?.byCountry ?? []).map(({ code }) => code));
    const used = new Set<string>();
    const rows = uses.flatMap(({ event, countries }): Row[] => {
      const date = atlas.events.get(event)?.date;
      const codes = countries.filter((code) => !along.has(code));
      if (date === undefined || codes.length === 0) return [];
      for (const code of codes) used.add(code);
      return [
        {
          cells: [
            { type: 'countries', codes },
            { type: 'feature', id: event },
            { type: 'date', date },
          ],
          holds: true,
        },
      ];
    });
    const others = findOtherCountries(atlas, along).filter((code) => !used.has(code));
    if (others.length > 0)
      rows.push({ cells: [{ type: 'others', codes: others }, { type: 'none' }, { type: 'none' }], holds: null });
    return { verdict: judgeCases(rows), columns: ['country', 'event', 'date'], rows };
  },
);

/** Countries that a railway of the atlas passes, other than those along the route. */
function findOtherCountries(atlas: Atlas, along: ReadonlySet<string>): string[] {
  const codes = [...atlas.links.values()]
    .filter(({ properties }) => properties.mode === 'rail')
    .flatMap(({ properties }) => properties.countries.map(({ code }) => code));
  return [...new Set(codes)].filter((code) => !along.has(code)).sort();
}
