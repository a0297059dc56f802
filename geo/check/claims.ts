import { readCompared } from '../../src/core/url/compare-items.ts';
import type { Claim, Rule } from '../../src/core/dataset/model.ts';
import type { Inputs } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';

/** What the rules of claims name exists, and is of the kind that the rule needs. */
export function checkClaims({ files, nodes, links, routes, corridors, areas, events, context }: Inputs): Problem[] {
  const listIds = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const known: Record<Kind, ReadonlySet<string>> = {
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
    ...(rule ? listMentions(rule) : [])
      .filter(([kind, ref]) => !(kind === 'any' ? everything : known[kind]).has(ref))
      .map(([kind, ref]) => {
        const what = kind === 'any' ? 'feature' : kind;
        return problem(
          id,
          `its rule names ${/^[ae]/.test(what) ? 'an' : 'a'} ${what} "${ref}", which does not exist`,
          `correct the id, or add the ${what}`,
        );
      }),
    ...comparedIds(compare)
      .filter((ref) => !everything.has(ref))
      .map((ref) => problem(id, `"compare" names "${ref}", which does not exist`, 'correct the id')),
    ...readCompared(compare).rejected.map(({ text, reason }) =>
      problem(id, `"compare" has "${text}", which is ${reason}`, 'write it as an address has it'),
    ),
  ]);
}

type Kind = 'node' | 'route' | 'corridor' | 'area' | 'event';
type Mention = [kind: Kind | 'any', id: string];

/** The ids that a rule names, each with what it must be. */
function listMentions(rule: Rule): Mention[] {
  switch (rule.kind) {
    case 'shortest':
      return [
        ['route', rule.route],
        ['node', rule.through],
        ...rule.cases.flatMap(({ from, to }): Mention[] => [
          ['node', from],
          ['node', to],
        ]),
      ];
    case 'only-country':
      return rule.corridors.map((id) => ['corridor', id]);
    case 'earliest':
      return [rule.event, ...rule.others.map(({ event }) => event)].map((id) => ['event', id]);
    case 'dated':
      return rule.events.flatMap(({ event, place }): Mention[] => [
        ['event', event],
        ...(place ? [['node', place] satisfies Mention] : []),
      ]);
    case 'junction':
      return [
        ...rule.nodes.map((id): Mention => ['node', id]),
        ...(rule.figure ? [['any', rule.figure.feature] satisfies Mention] : []),
      ];
    case 'figures':
      return [['any', rule.feature]];
    case 'crosses':
      return [['route', rule.route]];
    case 'used-by':
      return [['route', rule.route], ...rule.uses.map(({ event }): Mention => ['event', event])];
    case 'passable':
      return [['route', rule.route], ...rule.through.map((id): Mention => ['node', id])];
    case 'counts':
      return [
        ['route', rule.route],
        ['route', rule.against],
      ];
    case 'called':
      return rule.names.map(({ feature }) => ['any', feature]);
    case 'same-place':
      return [['area', rule.area], ['node', rule.node], ...(rule.not ? [['node', rule.not] satisfies Mention] : [])];
  }
}

function comparedIds(compare: NonNullable<Claim['compare']>): string[] {
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
