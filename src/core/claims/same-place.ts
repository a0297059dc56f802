import { type Atlas, computeBounds } from '../dataset/dataset.ts';
import { measureStraight } from '../measure/measure.ts';
import type { Position } from '../dataset/model.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** Do an area and its parts lie at the node, and how far is the place that could be taken for it? */
export function evaluateSamePlace(atlas: Atlas, { area, node, withinKm, not }: RuleOf<'same-place'>): Finding {
  const at = middleOf(atlas, node);
  if (!at) return { verdict: 'cannot-be-tested', columns: [], rows: [] };
  const parts = [...atlas.areas.values()].flatMap(({ properties }) => (properties.parent === area ? [properties.id] : []));
  const rows = [area, ...parts, ...(not ? [not] : [])].flatMap((id): Row[] => {
    const middle = middleOf(atlas, id);
    if (!middle) return [];
    const km = measureStraight(at, middle);
    return [
      {
        cells: [
          { type: 'feature', id },
          { type: 'km', km },
        ],
        holds: km <= withinKm,
      },
    ];
  });
  return { verdict: judgeCases(rows), columns: ['place', 'distance'], rows };
}

function middleOf(atlas: Atlas, id: string): Position | null {
  const extent = computeBounds(atlas, id);
  return extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
}
