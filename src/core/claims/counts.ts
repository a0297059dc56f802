import type { Atlas } from '../dataset/dataset.ts';
import { COUNTS, type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** What stands in the way on one route and on another: fewer holds, more does not, as many decides nothing. */
export function evaluateCounts(atlas: Atlas, { route, against, decides = true }: RuleOf<'counts'>): Finding {
  const [here, there] = [atlas.routes.get(route), atlas.routes.get(against)];
  if (!here || !there) return { verdict: 'cannot-be-tested', columns: [], rows: [] };
  const rows = COUNTS.map((what): Row => ({
    cells: [
      { type: 'count', what },
      { type: 'n', n: here[what] },
      { type: 'n', n: there[what] },
    ],
    holds: !decides || here[what] === there[what] ? null : here[what] < there[what],
  }));
  const decided = rows.filter(({ holds }) => holds !== null);
  return { verdict: judgeCases(decided), columns: ['count', 'here', 'there'], rows };
}
