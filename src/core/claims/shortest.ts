import type { Atlas } from '../dataset/dataset.ts';
import { type Cell, type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';
import { type ClaimPath, findPathVia, writePathItem } from './claim-paths.ts';

/** For each pair of ends, under its conditions: is the shortest way one by the railway, and what does the railway cost more? */
export function evaluateShortest(atlas: Atlas, { through, cases }: RuleOf<'shortest'>): Finding {
  const rows = cases.map(({ from, to, ...conditions }): Row => {
    const best = findPathVia(atlas, [from, to], conditions);
    const by = best?.nodes.has(through) ? best : findPathVia(atlas, [from, through, to], conditions);
    const items = [
      writePathItem([from, to], conditions),
      by && by !== best ? writePathItem([from, through, to], conditions) : null,
    ];
    const compare = items.filter((item) => item !== null);
    return {
      cells: [
        { type: 'ends', from, to, conditions },
        wayCell(best),
        best && by === best ? { type: 'sameWay' } : wayCell(by, best),
      ],
      holds: best ? best === by : null,
      ...(best && compare.length > 0 && { compare }),
    };
  });
  return { verdict: judgeCases(rows), columns: ['case', 'shortest', 'by'], rows };
}

function wayCell(way: ClaimPath | null, best: ClaimPath | null = null): Cell {
  if (!way) return { type: best ? 'offWay' : 'noWay' };
  return { type: 'path', km: way.km, countries: way.countries, ...(best && { moreKm: way.km - best.km }) };
}
