import * as v from 'valibot';
import { findFeature } from '../../dataset/dataset.ts';
import { judgeCases, type Row } from '../finding.ts';
import { defineRule, createIdField, some } from '../rule.ts';

/** Features are called so, and not otherwise. */
export const called = defineRule(
  'called',
  { names: some(v.object({ feature: createIdField('any'), name: v.string() })) },
  (atlas, { names }) => {
    const rows = names.flatMap(({ feature, name }): Row[] => {
      const found = findFeature(atlas, feature);
      if (!found || !('names' in found.value)) return [];
      const others = found.kind === 'corridor' ? (found.value.alsoKnownAs ?? []) : [];
      const own = [found.value.name, ...Object.values(found.value.names)].some((one) => one.includes(name));
      return [
        {
          cells: [
            { type: 'feature', id: feature },
            { type: 'name', name },
          ],
          holds: own || others.some(({ en }) => en.includes(name)),
        },
        ...others
          .filter(({ en }) => en !== name)
          .map((text): Row => ({
            cells: [
              { type: 'feature', id: feature },
              { type: 'text', text },
            ],
            holds: false,
          })),
      ];
    });
    return { verdict: judgeCases(rows), columns: ['feature', 'name'], rows };
  },
);
