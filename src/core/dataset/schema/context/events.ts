/** `events.json` */
import * as v from 'valibot';
import { id, iso, sources, text } from '../fields.ts';
import { position } from '../geometry.ts';

export const event = v.object({
  id,
  date: iso,
  title: text,
  detail: v.optional(text),
  /** The node where it took place, or a place of its own. */
  place: v.optional(id),
  placeName: v.optional(text),
  at: v.optional(position),
  features: v.array(id),
  inArticle: v.boolean(),
  paragraphs: v.array(v.number()),
  sources,
});
export type AtlasEvent = v.InferOutput<typeof event>;

export const eventsFile = v.array(event);
