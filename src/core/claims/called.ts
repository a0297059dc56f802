import { type Atlas, findFeature } from '../dataset/dataset.ts';
import { type Finding, type Row, type RuleOf, judgeCases } from './finding.ts';

/** Are the features called so, and are there other names for them? */
export function evaluateCalled(atlas: Atlas, { names }: RuleOf<'called'>): Finding {
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
}
