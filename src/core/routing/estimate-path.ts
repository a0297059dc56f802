/** The length to quote of a path that was found. */
import type { Atlas } from '../dataset/dataset.ts';
import { type Estimate, estimateLegs } from '../measure/estimate.ts';
import type { FoundPath } from './best-paths.ts';
import { findLegs } from './legs.ts';

/** The estimate; the measured length, as if it were exact, where the model of lengths did not come. */
export function estimatePath(atlas: Pick<Atlas, 'links' | 'lengthModel'>, { legs, measured }: FoundPath): Estimate {
  const km = measured.drawnKm;
  return estimateLegs(findLegs(atlas, legs), atlas.lengthModel) ?? { km, low: km, high: km };
}
