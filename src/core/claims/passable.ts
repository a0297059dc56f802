import type { Atlas } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';
import { findPathVia, writePathItem } from './claim-paths.ts';

/** Under which conditions is there a way from one end of the route to the other by the given nodes, and how much of it is not built? */
export function evaluatePassable(atlas: Atlas, { route: id, through, cases }: RuleOf<'passable'>): Finding {
  const ends = atlas.routes.get(id)?.nodes;
  const [from, to] = [ends?.[0]?.id, ends?.at(-1)?.id];
  if (from === undefined || to === undefined) return { verdict: 'cannot-be-tested', columns: [], rows: [] };
  const rows = cases.map((conditions): Row => {
    const way = findPathVia(atlas, [from, ...through, to], conditions);
    const item = way ? writePathItem([from, ...through, to], conditions) : null;
    return {
      cells: [
        { type: 'conditions', conditions },
        way ? { type: 'path', km: way.km, low: way.low, high: way.high, countries: way.countries } : { type: 'noWay' },
        way ? { type: 'km', km: way.unbuiltKm } : { type: 'none' },
      ],
      holds: way !== null,
      ...(item !== null && { compare: [id, item] }),
    };
  });
  return { verdict: judgeCases(rows), columns: ['which', 'path', 'unbuilt'], rows };
}
