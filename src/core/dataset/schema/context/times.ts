/** `times.json`: published times of sections, borders, ports and changes of gauge. */
import * as v from 'valibot';
import { id, iso, sources, text } from '../fields.ts';

/** `run` and `sail`: between two nodes; `border`, `port`, `gauge`: waiting at a node; `whole`: door to door, all of it in one. */
export const TIME_KINDS = ['run', 'sail', 'border', 'port', 'gauge', 'whole'] as const;
/** What the figure is based on: measured, agreed by the carriers, planned, the best that was reached, or estimated. */
export const TIME_BASES = ['actual', 'agreed', 'planned', 'record', 'estimated'] as const;

const duration = v.pipe(v.number(), v.finite(), v.minValue(0));

/** Times of different kind or year must not be added up without saying so; what no entry covers is not known. */
const time = v.object({
  id,
  kind: v.picklist(TIME_KINDS),
  /** Nodes at both ends, in the order of travel. */
  from: v.optional(id),
  to: v.optional(id),
  /** The node of a wait. */
  node: v.optional(id),
  /** The route that the figure speaks of: from end to end, or its part between `from` and `to`. */
  route: v.optional(id),
  /** Nodes between the ends that tell the way of the figure from others. */
  via: v.optional(v.array(id)),
  /** Shortest and longest; one alone says "at least" or "at most", the same twice a single figure. */
  low: v.optional(duration),
  high: v.optional(duration),
  /** Hours or days. */
  unit: v.picklist(['h', 'd']),
  basis: v.picklist(TIME_BASES),
  /** What the figure speaks of. */
  when: iso,
  note: v.optional(text),
  sources,
});
export const timesFile = v.array(time);

export type Time = v.InferOutput<typeof time>;
