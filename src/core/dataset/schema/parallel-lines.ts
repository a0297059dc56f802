/** `parallel-lines.json` */
import * as v from 'valibot';
import { id } from './fields.ts';

/**
 * One line of one colour on the map: a link, once for each group that runs over it, so that shared track is drawn side by side.
 * A group is a corridor, or a railway or an alternative route that stands for itself.
 */
const parallelLine = v.object({
  link: id,
  /** True where the line is drawn from the link's `to` to its `from`, so that neighbours keep their sides. */
  reversed: v.boolean(),
  group: id,
  /** Routes of the group that run over the link. */
  routes: v.array(id),
  /** Place among the parallel lines of the link, from 0, and how many there are. */
  lane: v.number(),
  laneCount: v.number(),
  /** A name of the palette's line colours. */
  colour: v.optional(v.string()),
});
export type ParallelLine = v.InferOutput<typeof parallelLine>;

export const parallelLinesFile = v.array(parallelLine);
