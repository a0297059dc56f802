import * as v from 'valibot';
import { MODES, STATUSES } from '../dataset/enums.ts';
import { country } from '../dataset/schema/fields.ts';

/** What a path may consist of; all modes, statuses and countries by default. */
export const pathConditions = v.object({
  modes: v.optional(v.array(v.picklist(MODES))),
  statuses: v.optional(v.array(v.picklist(STATUSES))),
  avoidCountries: v.optional(v.array(country)),
});
export type PathConditions = v.InferOutput<typeof pathConditions>;
