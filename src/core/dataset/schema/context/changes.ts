/** `changes.json`: what changed in the data, when and why. `changes.atom` is the same as a feed. */
import * as v from 'valibot';
import { id, iso, text } from '../fields.ts';

export const CHANGE_KINDS = ['added', 'corrected', 'updated', 'removed'] as const;

const change = v.object({
  id,
  date: iso,
  kind: v.picklist(CHANGE_KINDS),
  title: text,
  /** What it was before and why it is different now. */
  why: text,
  /** Ids of what it is about. */
  features: v.array(id),
  sources: v.array(id),
});
export const changesFile = v.array(change);

export type Change = v.InferOutput<typeof change>;
