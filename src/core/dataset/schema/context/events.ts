/** `events.json` */
import * as v from 'valibot';
import { id, iso, sources, text } from '../fields.ts';
import { position } from '../geometry.ts';

/** What an event is; `other` where none of the rest says it. */
export const EVENT_KINDS = [
  'visit',
  'forum',
  'exhibition',
  'agreement',
  'memorandum',
  'opening',
  'construction',
  'first-train',
  'announcement',
  'disruption',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const event = v.object({
  id,
  date: iso,
  /** A kind that a later dataset may have and this reader does not know is `other` to it. */
  kind: v.fallback(v.optional(v.picklist(EVENT_KINDS), 'other'), 'other'),
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
