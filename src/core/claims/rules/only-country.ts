import * as v from 'valibot';
import type { Atlas } from '../../dataset/dataset.ts';
import type { RouteProperties } from '../../dataset/model.ts';
import { country } from '../../dataset/schema/fields.ts';
import { INTERNATIONAL_WATERS } from '../../measure/measure.ts';
import { judgeCases, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** No other country is on routes of all the corridors; `meeting`: on one node where routes of all of them meet. */
export const onlyCountry = defineRule(
  'only-country',
  {
    country,
    corridors: v.pipe(v.array(createIdField('corridor')), v.minLength(2)),
    cases: some(v.object({ routes: v.picklist(['all', 'main']), meeting: v.boolean() })),
  },
  (atlas, { country: claimed, corridors, cases }) => {
    const rows = cases.map(({ routes, meeting }): Row => {
      const groups = corridors.map((id) => findRoutes(atlas, id, routes));
      const sets = groups.map((group) => new Set(group.flatMap(meeting ? listNodes : listCountries)));
      const common = [...(sets[0] ?? [])].filter((one) => sets.every((set) => set.has(one)));
      const found = meeting ? common.flatMap((node) => atlas.nodes.get(node)?.properties.country ?? []) : common;
      const codes = [...new Set(found)];
      return {
        cells: [
          { type: 'scope', routes, meeting },
          { type: 'countries', codes },
        ],
        holds: sets.some(({ size }) => size === 0) ? null : codes.length === 1 && codes[0] === claimed,
      };
    });
    return { verdict: judgeCases(rows), columns: ['which', 'countries'], rows };
  },
);

const listCountries = ({ byCountry }: RouteProperties) =>
  byCountry.map(({ code }) => code).filter((code) => code !== INTERNATIONAL_WATERS);
const listNodes = ({ nodes }: RouteProperties) => nodes.map(({ id }) => id);

function findRoutes(atlas: Atlas, id: string, which: 'all' | 'main'): RouteProperties[] {
  const corridor = atlas.corridors.get(id);
  const ids = corridor ? (which === 'main' ? [corridor.main] : corridor.routes) : [id];
  return ids.flatMap((route) => atlas.routes.get(route) ?? []);
}
