/** `comparisons.json`: comparisons that are made already, each between one pair of places by different routes. */
import * as v from 'valibot';
import { id, text } from '../fields.ts';

const comparisonEntry = v.object({
  id,
  title: text,
  /** What to set side by side, as an address has it; two at least. */
  compare: v.pipe(v.array(v.string()), v.minLength(2)),
});
export const comparisonsFile = v.array(comparisonEntry);

export type ReadyComparison = v.InferOutput<typeof comparisonEntry>;
