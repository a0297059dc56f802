/** `signings.json`: which countries signed what about an initiative, as far as sources at hand say. */
import * as v from 'valibot';
import { country, id, iso, sources, text } from '../fields.ts';
import { EVENT_KINDS } from './events.ts';

/** What was signed; several countries may have signed the like. */
const signedDocument = v.object({
  kind: v.fallback(v.picklist(EVENT_KINDS), 'other'),
  title: text,
  /** Initiatives that it is about. */
  features: v.array(id),
});

export const signing = v.object({
  /** The event of `events.json` that it is. */
  id,
  country,
  /** A key of `documents`. */
  document: id,
  date: iso,
  /** Where sources differ: what each says. */
  dates: v.optional(v.array(v.object({ date: iso, source: id }))),
  /** When the country took leave of it. */
  ended: v.optional(iso),
  note: v.optional(text),
  sources,
});

export const signingsFile = v.object({
  /** How whole the list is. */
  about: text,
  sources,
  documents: v.record(id, signedDocument),
  signings: v.array(signing),
});
export type Signings = v.InferOutput<typeof signingsFile>;
