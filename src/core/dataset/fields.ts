/** Fields that the schemas of the dataset share. */
import * as v from 'valibot';

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/));
/** A year, a month or a day. */
export const iso = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
/** A text in the interface's languages; English is always there, the others where somebody wrote them. */
export const text = v.object({
  en: v.string(),
  az: v.optional(v.string()),
  ru: v.optional(v.string()),
  tr: v.optional(v.string()),
  ka: v.optional(v.string()),
  zh: v.optional(v.string()),
});
