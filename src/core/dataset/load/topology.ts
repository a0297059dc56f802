import type { Topology } from 'topojson-specification';
import * as v from 'valibot';

/** TopoJSON: what `topojson-client` needs of it. */
const shape = v.looseObject({
  type: v.literal('Topology'),
  objects: v.record(v.string(), v.looseObject({ type: v.string() })),
  arcs: v.custom<number[][][]>(hasArcs, 'Expected arcs, lists of points of numbers'),
});

/** They are most of the file: a loop takes a hundredth of the time that a schema of each number would. */
function hasArcs(arcs: unknown): boolean {
  const isPoint = (point: unknown): boolean => Array.isArray(point) && point.every((one) => typeof one === 'number');
  return Array.isArray(arcs) && arcs.every((arc) => Array.isArray(arc) && arc.every(isPoint));
}

/** The members of a topology refer to each other by number, which no schema can check: `feature` throws where they do not hold. */
export const topologyFile = v.pipe(
  shape,
  v.transform((file) => file as unknown as Topology),
);
