import * as v from 'valibot';
import { type Atlas, computeBounds } from '../../dataset/dataset.ts';
import type { Position } from '../../dataset/model.ts';
import { km } from '../../dataset/schema/fields.ts';
import { measureStraight } from '../../measure/measure.ts';
import { judgeCases, type Row, UNTESTABLE } from '../finding.ts';
import { defineRule, createIdField } from '../rule.ts';

/** The area and its parts lie within so many kilometres of the node; `not`: a place that could be taken for it. */
export const samePlace = defineRule(
  'same-place',
  { area: createIdField('area'), node: createIdField('node'), withinKm: km, not: v.optional(createIdField('node')) },
  (atlas, { area, node, withinKm, not }) => {
    const at = computeMiddle(atlas, node);
    if (!at) return UNTESTABLE;
    const parts = [...atlas.areas.values()].flatMap(({ properties }) => (properties.parent === area ? [properties.id] : []));
    const rows = [area, ...parts, ...(not ? [not] : [])].flatMap((id): Row[] => {
      const middle = computeMiddle(atlas, id);
      if (!middle) return [];
      const distanceKm = measureStraight(at, middle);
      return [
        {
          cells: [
            { type: 'feature', id },
            { type: 'km', km: distanceKm },
          ],
          holds: distanceKm <= withinKm,
        },
      ];
    });
    return { verdict: judgeCases(rows), columns: ['place', 'distance'], rows };
  },
);

function computeMiddle(atlas: Atlas, id: string): Position | null {
  const bounds = computeBounds(atlas, id);
  return bounds && [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
}
