/** `start` of `context.json`: what a newcomer reads first. */
import * as v from 'valibot';
import { STORY_PANELS } from '../../enums.ts';
import { id, text } from '../fields.ts';

/** What answers a question. */
const opens = v.union([
  /** A ready-made comparison, by its id. */
  v.strictObject({ comparison: id }),
  /** The page of a feature. */
  v.strictObject({ feature: id }),
  v.strictObject({ panel: v.picklist(STORY_PANELS) }),
]);

export const start = v.object({
  /** What the atlas is about, in one sentence. */
  lead: text,
  /** What it does with that, in another one. */
  about: text,
  /** What people come with, each with what answers it. */
  questions: v.array(v.object({ id, title: text, opens })),
});
export type Question = v.InferOutput<typeof start>['questions'][number];
