import type { ReadyComparison } from '../../../src/core/dataset/schema/context/comparisons.ts';
import type { Inputs } from '../../read/inputs.ts';
import type { Problem } from '../../read/problem.ts';
import { listFeatureIds } from '../ids.ts';

/** What the questions of the first page open exists. */
export function checkStart(inputs: Inputs, comparisons: readonly ReadyComparison[]): Problem[] {
  const { files, context } = inputs;
  const features = listFeatureIds(inputs);
  return (context.start?.questions ?? []).flatMap(({ id: feature, opens }): Problem[] => {
    const missing = (what: string): Problem => ({
      file: files.start,
      feature,
      problem: `it opens ${what}, which does not exist`,
      remedy: 'correct the id',
    });
    if ('comparison' in opens) {
      return comparisons.some(({ id }) => id === opens.comparison) ? [] : [missing(`the comparison "${opens.comparison}"`)];
    }
    if ('feature' in opens) return features.has(opens.feature) ? [] : [missing(`the feature "${opens.feature}"`)];
    return [];
  });
}
