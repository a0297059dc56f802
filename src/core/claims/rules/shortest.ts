import * as v from 'valibot';
import { type ClaimPath, findPathVia, writePathItem } from '../claim-paths.ts';
import { type Cell, judgeCases, type Row } from '../finding.ts';
import { pathConditions } from '../path-conditions.ts';
import { defineRule, idOf, some } from '../rule.ts';

/** The shortest path of each case runs via `through`, a node of the railway `route`; else: what does the railway cost more? */
export const shortest = defineRule(
  'shortest',
  {
    route: idOf('route'),
    through: idOf('node'),
    cases: some(v.object({ from: idOf('node'), to: idOf('node'), ...pathConditions.entries })),
  },
  (atlas, { through, cases }) => {
    const rows = cases.map(({ from, to, ...conditions }): Row => {
      const best = findPathVia(atlas, [from, to], conditions);
      const via = best?.nodes.has(through) ? best : findPathVia(atlas, [from, through, to], conditions);
      const items = [
        writePathItem([from, to], conditions),
        via && via !== best ? writePathItem([from, through, to], conditions) : null,
      ];
      const compare = items.filter((item) => item !== null);
      return {
        cells: [
          { type: 'ends', from, to, conditions },
          makePathCell(best),
          best && via === best ? { type: 'samePath' } : makePathCell(via, best),
        ],
        holds: best ? best === via : null,
        ...(best && compare.length > 0 && { compare }),
      };
    });
    return { verdict: judgeCases(rows), columns: ['case', 'shortest', 'by'], rows };
  },
);

function makePathCell(path: ClaimPath | null, best: ClaimPath | null = null): Cell {
  if (!path) return { type: best ? 'offPath' : 'noPath' };
  return { type: 'path', km: path.km, countries: path.countries, ...(best && { moreKm: path.km - best.km }) };
}
