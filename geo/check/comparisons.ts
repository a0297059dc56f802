import { compareEnds } from '../../src/core/compare/common-ends.ts';
import { compareItems, type ComparisonProblem } from '../../src/core/compare/comparison.ts';
import type { ReadyComparison } from '../../src/core/dataset/schema/context/comparisons.ts';
import type { Atlas } from '../../src/core/dataset/dataset.ts';
import type { Problem } from '../read/problem.ts';

/** Every item of a comparison can be shown, and all of one run between the same places. */
export function checkComparisons(file: string, comparisons: readonly ReadyComparison[], atlas: Atlas): Problem[] {
  return comparisons.flatMap(({ id: feature, compare }, i): Problem[] => {
    const { rows, problems } = compareItems(atlas, compare);
    const twice = comparisons.findIndex(({ id }) => id === feature) < i;
    const { agreement } = compareEnds(atlas, rows);
    return [
      ...(twice ? [{ file, feature, problem: 'is there twice', remedy: 'give it an id of its own' }] : []),
      ...problems.map((problem) => ({
        file,
        feature,
        problem: `"compare" has "${problem.text}", which cannot be shown: ${describe(problem)}`,
        remedy: 'correct the item as an address has it',
      })),
      ...(agreement === 'different'
        ? [
            {
              file,
              feature,
              remedy: 'cut the items to the same two places',
              problem: `its items have different ends: ${rows.map(({ nodes }) => `${nodes[0]?.id} – ${nodes.at(-1)?.id}`).join(', ')}`,
            },
          ]
        : []),
    ];
  });
}

const describe = ({ text: _, reason, ...rest }: ComparisonProblem): string => [reason, ...Object.values(rest)].join(' ');
