import { COUNTS, judgeCases, type Row, UNTESTABLE } from '../finding.ts';
import { decidesField, defineRule, createIdField } from '../rule.ts';

/** The route has fewer borders, gauge breaks and changes of mode than the other; equal counts decide nothing. */
export const counts = defineRule(
  'counts',
  { route: createIdField('route'), against: createIdField('route'), decides: decidesField },
  (atlas, { route, against, decides = true }) => {
    const [here, there] = [atlas.routes.get(route), atlas.routes.get(against)];
    if (!here || !there) return UNTESTABLE;
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
  },
);
