import * as v from 'valibot';
import type { Atlas } from '../../dataset/dataset.ts';
import { overlaps } from '../../measure/estimate.ts';
import { type ClaimPath, findPathVia, writePathItem } from '../claim-paths.ts';
import { type Cell, judgeCases, type Row } from '../finding.ts';
import { pathConditions } from '../path-conditions.ts';
import { defineRule, createIdField, some } from '../rule.ts';

const shortestCase = v.object({ from: createIdField('node'), to: createIdField('node'), ...pathConditions.entries });

/**
 * In each case the shortest path via `through`, a node of the railway `route`, is shorter than the shortest without it; where the
 * intervals of their lengths overlap, it is a tie.
 */
export const shortest = defineRule(
  'shortest',
  { route: createIdField('route'), through: createIdField('node'), cases: some(shortestCase) },
  (atlas, { through, cases }) => {
    const rows = cases.map((one) => evaluateCase(atlas, through, one));
    return { verdict: judgeCases(rows), columns: ['case', 'by', 'otherwise'], rows };
  },
);

function evaluateCase(atlas: Atlas, through: string, { from, to, ...conditions }: v.InferOutput<typeof shortestCase>): Row {
  const by = findPathVia(atlas, [from, through, to], conditions);
  const other = findPathVia(atlas, [from, to], conditions, through);
  const isTie = by !== null && other !== null && overlaps(by, other);
  const isShorter = by !== null && (!other || by.km <= other.km);
  const items = [
    // Without a node on the way, an address says the shortest path: that by the railway, where it is.
    by ? writePathItem(isShorter ? [from, to] : [from, through, to], conditions) : null,
    other && !isShorter ? writePathItem([from, to], conditions) : null,
  ];
  const compare = items.filter((item) => item !== null);
  return {
    cells: [
      { type: 'ends', from, to, conditions },
      by ? makePathCell(by, other) : { type: other ? 'offPath' : 'noPath' },
      other ? makePathCell(other, by) : { type: 'noPath' },
    ],
    holds: isTie || (!by && !other) ? null : isShorter,
    ...(isTie && { tie: true }),
    ...(compare.length > 0 && { compare }),
  };
}

function makePathCell({ km, low, high, countries }: ClaimPath, against: ClaimPath | null): Cell {
  return { type: 'path', km, low, high, countries, ...(against && km > against.km && { moreKm: km - against.km }) };
}
