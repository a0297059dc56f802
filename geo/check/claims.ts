import * as v from 'valibot';
import { ruleSchema } from '../../src/core/claims/evaluate.ts';
import { isNamedKind, type NamedKind } from '../../src/core/claims/rule.ts';
import type { Claim } from '../../src/core/dataset/model.ts';
import { readCompared } from '../../src/core/url/compare-items.ts';
import type { Inputs } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** What the rules of claims name exists, and is of the kind that the rule needs. */
export function checkClaims({ files, nodes, links, routes, corridors, areas, events, context }: Inputs): Problem[] {
  const listIds = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const known: Record<Exclude<NamedKind, 'any'>, ReadonlySet<string>> = {
    node: new Set(nodes.map(({ node }) => node.properties.id)),
    route: new Set(listIds(routes)),
    corridor: new Set(listIds(corridors)),
    area: new Set(areas.features.map(({ properties }) => properties.id)),
    event: new Set(listIds(events)),
  };
  const everything = new Set([...Object.values(known).flatMap((ids) => [...ids]), ...listIds(links)]);
  const problem = (claim: string, said: string, remedy: string): Problem => ({
    file: files.claims,
    feature: claim,
    problem: said,
    remedy,
  });
  return context.claims.flatMap(({ id, rule, compare = [] }): Problem[] => [
    ...(rule ? listMentions(ruleSchema, rule) : [])
      .filter(([kind, ref]) => !(kind === 'any' ? everything : known[kind]).has(ref))
      .map(([kind, ref]) => {
        const what = kind === 'any' ? 'feature' : kind;
        return problem(
          id,
          `its rule names ${/^[ae]/.test(what) ? 'an' : 'a'} ${what} "${ref}", which does not exist`,
          `correct the id, or add the ${what}`,
        );
      }),
    ...listComparedIds(compare)
      .filter((ref) => !everything.has(ref))
      .map((ref) => problem(id, `"compare" names "${ref}", which does not exist`, 'correct the id')),
    ...readCompared(compare).rejected.map(({ text, reason }) =>
      problem(id, `"compare" has "${text}", which is ${reason}`, 'write it as an address has it'),
    ),
  ]);
}

type Mention = [kind: NamedKind, id: string];

/** A schema as far as it has schemas inside. */
type Schema = v.GenericSchema & {
  entries?: Readonly<Record<string, Schema>>;
  item?: Schema;
  wrapped?: Schema;
  /** Schemas of a variant, or the words of a list. */
  options?: readonly (Schema | string | number)[];
};

/** The ids in a value that its schema has passed, each with the kind of feature that the schema says it names. */
function listMentions(schema: Schema, value: unknown): Mention[] {
  if (schema.wrapped) return value === undefined ? [] : listMentions(schema.wrapped, value);
  if (typeof value === 'string') {
    const kind = v.getMetadata(schema)['named'];
    return isNamedKind(kind) ? [[kind, value]] : [];
  }
  if (schema.options) {
    const options = schema.options.filter((option) => typeof option === 'object');
    return options.filter((option) => v.is(option, value)).flatMap((option) => listMentions(option, value));
  }
  if (Array.isArray(value)) {
    const { item } = schema;
    return item ? value.flatMap((one) => listMentions(item, one)) : [];
  }
  const fields = new Map(Object.entries(value ?? {}));
  return Object.entries(schema.entries ?? {}).flatMap(([name, field]) => listMentions(field, fields.get(name)));
}

function listComparedIds(compare: NonNullable<Claim['compare']>): string[] {
  return readCompared(compare).items.flatMap(({ item }): string[] => {
    switch (item.kind) {
      case 'feature':
        return [item.id];
      case 'section':
        return [item.route, ...[item.from, item.to].filter((point) => typeof point === 'string')];
      case 'path':
        return [item.from, item.to, ...item.via, ...item.cut];
      case 'imported':
        return [];
    }
  });
}
