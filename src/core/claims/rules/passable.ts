import * as v from 'valibot';
import { findPathVia, writePathItem } from '../claim-paths.ts';
import { judgeCases, type Row, UNTESTABLE } from '../finding.ts';
import { pathConditions } from '../path-conditions.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** There is a path from end to end of the route via the nodes `through`, under the conditions of each case. */
export const passable = defineRule(
  'passable',
  { route: createIdField('route'), through: v.array(createIdField('node')), cases: some(pathConditions) },
  (atlas, { route: id, through, cases }) => {
    const ends = atlas.routes.get(id)?.nodes;
    const [from, to] = [ends?.[0]?.id, ends?.at(-1)?.id];
    if (from === undefined || to === undefined) return UNTESTABLE;
    const rows = cases.map((conditions): Row => {
      const path = findPathVia(atlas, [from, ...through, to], conditions);
      const item = path ? writePathItem([from, ...through, to], conditions) : null;
      return {
        cells: [
          { type: 'conditions', conditions },
          path ? { type: 'path', km: path.km, low: path.low, high: path.high, countries: path.countries } : { type: 'noPath' },
          path ? { type: 'km', km: path.unbuiltKm } : { type: 'none' },
        ],
        holds: path !== null,
        ...(item !== null && { compare: [id, item] }),
      };
    });
    return { verdict: judgeCases(rows), columns: ['which', 'path', 'unbuilt'], rows };
  },
);
