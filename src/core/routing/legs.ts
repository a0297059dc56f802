import type { Atlas } from '../dataset/dataset.ts';
import type { Leg } from '../dataset/model.ts';
import type { MeasuredLeg } from '../measure/measure.ts';

/** The legs of a path with their links; those whose link the atlas does not have are left out. */
export const findLegs = ({ links }: Pick<Atlas, 'links'>, path: readonly Leg[]): MeasuredLeg[] =>
  path.flatMap(({ id, reversed }) => {
    const link = links.get(id);
    return link ? [{ link, reversed }] : [];
  });
