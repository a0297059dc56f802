/** `context.json`: the article, its claims, and what belongs to neither map nor network. */
import * as v from 'valibot';
import { id, iso, names, text, translated } from '../fields.ts';
import { segment } from './segment.ts';
import { start } from './start.ts';

/** What a rule makes of a claim. */
export const VERDICTS = ['supported', 'holds-if', 'contradicted', 'cannot-be-tested'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const claim = v.object({
  id,
  paragraph: v.number(),
  text,
  features: v.array(id),
  /** What would make it true. */
  test: text,
  /**
   * How it is put to the test. Each kind has its schema and its evaluation in one file of `core/claims/rules/`; a reader that does
   * not know a kind, or finds another shape, cannot test the claim and shows the rest.
   */
  rule: v.optional(v.looseObject({ kind: v.string() })),
  /** What the rule makes of it, by the data of the same build; the rule itself takes a while. */
  verdict: v.optional(v.picklist(VERDICTS)),
  /** What to add to a verdict, where the rule comes to it: the limits within which it is meant. */
  outcomes: v.optional(v.record(v.picklist(VERDICTS), text)),
  /** What to set side by side, as an address has it. */
  compare: v.optional(v.array(v.string())),
  sources: v.array(id),
});
export type Claim = v.InferOutput<typeof claim>;

/** A programme that the article names and that has no line of its own. */
const initiative = v.object({ id, name: v.string(), names, summary: text, features: v.array(id), sources: v.array(id) });
export type Initiative = v.InferOutput<typeof initiative>;

export const context = v.object({
  /** Without it the list of routes is all that the first page has. */
  start: v.optional(start),
  article: v.object({
    author: v.string(),
    /** The author’s name as each language writes it. */
    authorName: v.optional(text),
    published: v.string(),
    title: text,
    about: text,
    paragraphs: v.array(v.object({ n: v.number(), text: translated(v.array(segment)) })),
  }),
  /** What the article says of a feature, in our words. */
  notes: v.array(v.object({ id, feature: id, paragraphs: v.array(v.number()), text })),
  initiatives: v.array(initiative),
  claims: v.array(claim),
  /** How disputed borders and names are treated; each part with the place it speaks of. */
  borders: v.array(v.object({ id, title: text, text, sources: v.array(id) })),
  /** Names of the countries that the network passes, by their codes: browsers do not know them in every language. */
  countries: v.record(v.string(), text),
  /** The day that statuses and figures speak of. */
  statusAsOf: iso,
});
export type Context = v.InferOutput<typeof context>;
