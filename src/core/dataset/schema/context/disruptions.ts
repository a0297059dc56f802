/** `disruptions.json`, and the dates of the newest evidence of statuses as people edit them. */
import * as v from 'valibot';
import { id, iso, sources, text } from '../fields.ts';

/** `suspended`: reported as stopped; `restricted`: some traffic passes. */
export const DISRUPTION_EFFECTS = ['suspended', 'restricted'] as const;

const common = {
  id,
  effect: v.picklist(DISRUPTION_EFFECTS),
  since: iso,
  /** Missing where no end is reported. */
  until: v.optional(iso),
  /** Date of the newest evidence. */
  asOf: iso,
  note: text,
  sources,
};

/** As it is edited: line files by their ids, single links, nodes. */
export const authoredDisruption = v.object({
  ...common,
  lines: v.optional(v.array(v.string()), []),
  links: v.optional(v.array(id), []),
  nodes: v.optional(v.array(id), []),
});

/** As it is published: all links and nodes that it affects. */
export const disruption = v.object({ ...common, links: v.array(id), nodes: v.array(id) });
export const disruptionsFile = v.array(disruption);

const evidence = v.object({ asOf: iso, note: v.optional(v.string()), sources });

/** Evidence of statuses: of all lines, of line files, of links; the nearest counts. */
export const statusEvidence = v.object({
  all: evidence,
  lines: v.record(v.string(), evidence),
  links: v.record(v.string(), evidence),
});

export type AuthoredDisruption = v.InferOutput<typeof authoredDisruption>;
export type Disruption = v.InferOutput<typeof disruption>;
export type StatusEvidence = v.InferOutput<typeof statusEvidence>;
