import type { Atlas } from '../dataset/dataset.ts';
import type { WayConditions } from '../dataset/model.ts';
import { overlaps } from '../measure/estimate.ts';
import { type Cell, type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';
import { type ClaimPath, findPathVia, writePathItem } from './claim-paths.ts';

/**
 * For each pair of ends, under its conditions: is the shortest way by the railway shorter than the shortest without it? Where the
 * intervals of their lengths overlap, it is a tie.
 */
export function evaluateShortest(atlas: Atlas, { through, cases }: RuleOf<'shortest'>): Finding {
  const rows = cases.map((one): Row => evaluateCase(atlas, through, one));
  return { verdict: judgeCases(rows), columns: ['case', 'by', 'otherwise'], rows };
}

function evaluateCase(
  atlas: Atlas,
  through: string,
  { from, to, ...conditions }: { from: string; to: string } & WayConditions,
): Row {
  const by = findPathVia(atlas, [from, through, to], conditions);
  const other = findPathVia(atlas, [from, to], conditions, through);
  const isTie = by !== null && other !== null && overlaps(by, other);
  const items = [
    // Without a node on the way, the address gives the shortest: that by the railway, where it is.
    writePathItem(by && (!other || by.km <= other.km) ? [from, to] : [from, through, to], conditions),
    other && (!by || other.km < by.km) ? writePathItem([from, to], conditions) : null,
  ];
  const compare = [...new Set(items.slice(by ? 0 : 1).filter((item) => item !== null))];
  return {
    cells: [
      { type: 'ends', from, to, conditions },
      by ? toCell(by, other) : { type: other ? 'offWay' : 'noWay' },
      other ? toCell(other, by) : { type: 'noWay' },
    ],
    holds: isTie || (!by && !other) ? null : by !== null && (!other || by.km < other.km),
    ...(isTie && { tie: true }),
    ...(compare.length > 0 && { compare }),
  };
}

function toCell({ km, low, high, countries }: ClaimPath, against: ClaimPath | null): Cell {
  return { type: 'path', km, low, high, countries, ...(against && km > against.km && { moreKm: km - against.km }) };
}
