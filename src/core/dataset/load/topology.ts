import type { Topology } from 'topojson-specification';
import * as v from 'valibot';

/** TopoJSON: what `topojson-client` needs of it. */
const shape = v.looseObject({
  type: v.literal('Topology'),
  objects: v.record(v.string(), v.looseObject({ type: v.string() })),
  arcs: v.array(v.array(v.array(v.number()))),
});

/** The members of a topology refer to each other by number, which no schema can check: `feature` throws where they do not hold. */
export const topologyFile = v.pipe(
  shape,
  v.transform((file) => file as unknown as Topology),
);
