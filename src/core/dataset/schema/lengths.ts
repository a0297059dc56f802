/** `lengths.json` */
import * as v from 'valibot';
import { id, km, sources } from './fields.ts';

/** A section with a published length, and the nodes that it passes. */
const publishedSection = v.object({
  id,
  /** Node ids in the order of travel, enough of them to tell the path. */
  checkChain: v.pipe(v.array(id), v.minLength(2)),
  km,
  /** Lowest and highest of the figures that differ. */
  spread: v.optional(v.tuple([km, km])),
  sources,
  /** English. */
  note: v.optional(v.string()),
});
export type PublishedSection = v.InferOutput<typeof publishedSection>;

export const lengthsFile = v.array(publishedSection);
