/** `corridors.json` */
import * as v from 'valibot';
import { figure, id, names, text } from './fields.ts';

export const CORRIDOR_KINDS = ['corridor', 'comparison'] as const;

export const corridor = v.object({
  id,
  name: v.string(),
  names,
  /** What is written along its line where the map is small, and in a key that has no room for its name, which is its text by default. */
  shortName: v.optional(text),
  /** A node of its main route: on a map from far out its name stands there, if it can; where it has most room by default. */
  nameNear: v.optional(id),
  kind: v.picklist(CORRIDOR_KINDS),
  main: id,
  routes: v.array(id),
  /** A name of the palette's line colours. */
  colour: v.string(),
  /** What others call it, such as the name in treaties. */
  alsoKnownAs: v.optional(v.array(text)),
  summary: text,
  figures: v.array(figure),
  sources: v.array(id),
});
export type Corridor = v.InferOutput<typeof corridor>;

export const corridorsFile = v.array(corridor);
