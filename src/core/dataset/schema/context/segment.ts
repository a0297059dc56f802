/** A piece of a paragraph: plain words, or words that mention a feature. */
import * as v from 'valibot';
import { id } from '../fields.ts';

export const segment = v.union([v.string(), v.object({ t: v.string(), ref: id })]);
export type Segment = v.InferOutput<typeof segment>;
