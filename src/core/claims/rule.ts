/** What a rule of claims consists of: the schema of what the data say, and the evaluation of it. */
import * as v from 'valibot';
import type { Atlas } from '../dataset/dataset.ts';
import { id } from '../dataset/schema/fields.ts';
import { type Finding, UNTESTABLE } from './finding.ts';

const NAMED_KINDS = ['node', 'route', 'corridor', 'area', 'event', 'any'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];
export const isNamedKind = (value: unknown): value is NamedKind => NAMED_KINDS.some((kind) => kind === value);

/** An id in a rule, with the kind of feature that it has to name; the checks of the build read the kind from the schema. */
export const createIdField = (named: NamedKind) => v.pipe(id, v.metadata({ named }));
/** A list that is not empty. */
export const some = <S extends v.GenericSchema>(schema: S) => v.pipe(v.array(schema), v.minLength(1));

/** False where the rows only describe, and nothing follows from them. */
export const decidesField = v.optional(v.boolean());

/**
 * A kind of rule, in one file: what the data have to say, and how it is evaluated.
 *
 * @param evaluate gets data that the schema has passed
 * @returns the rule, whose own `evaluate` takes any data; those of another shape cannot be tested
 */
export function defineRule<const K extends string, E extends v.ObjectEntries>(
  kind: K,
  entries: E,
  evaluate: (atlas: Atlas, rule: v.InferOutput<v.ObjectSchema<E, undefined>>) => Finding,
) {
  const fields = v.object(entries);
  return {
    kind,
    schema: v.object({ kind: v.literal(kind), ...entries }),
    evaluate: (atlas: Atlas, rule: unknown): Finding => {
      const result = v.safeParse(fields, rule);
      return result.success ? evaluate(atlas, result.output) : UNTESTABLE;
    },
  };
}
