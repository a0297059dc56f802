/** Each thing that may be wrong in what people edit: the message names file, feature and remedy. */
import { describe, expect, it } from 'vitest';
import { checkInputs } from '../../../../geo/check/inputs.ts';
import type { Inputs } from '../../../../geo/read/inputs.ts';
import { describeProblem as say } from '../../../../geo/read/problem.ts';
import { miniBase, miniInputs, miniLeast } from '../../../fixtures/mini.ts';

type Break = (inputs: Inputs) => void;
const linkOf = (inputs: Inputs, id: string) => inputs.links.find((link) => link.id === id)!;
const nodeOf = (inputs: Inputs, id: string) => inputs.nodes.find(({ node }) => node.properties.id === id)!.node;

const rowOf = (inputs: Inputs, id: string) => inputs.nameRows.find(({ place }) => place === id)!;

const issues: [name: string, breaks: Break, says: RegExp][] = [
  [
    'a railway without a gauge',
    (i) => (linkOf(i, 'westend--frontier').gaugeMm = null),
    /westend--frontier: is a railway without a gauge/,
  ],
  [
    'a ship with a gauge',
    (i) => (linkOf(i, 'quay--haven-sea').gaugeMm = 1520),
    /quay--haven-sea: is of mode sea and has a gauge/,
  ],
  ['a gauge that there is not', (i) => (linkOf(i, 'westend--frontier').gaugeMm = 1400), /has a gauge of 1400 mm.*use one of/],
  ['a planned line that was opened', (i) => (linkOf(i, 'haven--northend').opened = '1999'), /is planned and was opened in 1999/],
  [
    'a line that ends beside its node',
    (i) => (nodeOf(i, 'eastend').geometry.coordinates = [7.4, 1]),
    /ends \d+\.\d\d km from its node "eastend"/,
  ],
  [
    'a node in another country',
    (i) => (nodeOf(i, 'westend').properties.country = 'CC'),
    /westend: is said to be in CC and lies in AA/,
  ],
  ['a line over 180°', (i) => (linkOf(i, 'quay--haven-sea').coordinates[1] = [-179, 1]), /jumps over 180°/],
  [
    'a ship on land',
    (i) => (linkOf(i, 'quay--haven-sea').coordinates[1] = [3, 1]),
    /quay--haven-sea: runs [\d.]+ km .*Remedy: move the line/,
  ],
  [
    'a railway through a country of neither of its nodes',
    (i) =>
      (linkOf(i, 'westend--frontier').coordinates = [
        [0.5, 1],
        [3, 1.5],
        [1.99, 1],
      ]),
    /westend--frontier: passes BB for \d+\.\d km, though its nodes lie in AA\. Remedy: move the line, or name all countries/,
  ],
  [
    'a railway far from the countries that its line names',
    (i) => (linkOf(i, 'westend--frontier').countries = ['BB']),
    /names BB and runs \d+\.\d km in AA, more than 8 km from there, near/,
  ],
  [
    'a station code with a wrong check digit',
    (i) => (i.codes['quay']!.esr![0]!.code = '672908'),
    /quay: the ESR code 672908 is not six digits with a right check digit/,
  ],
  [
    'a place code of another country',
    (i) => (i.codes['quay']!.locode!.code = 'AAQUA'),
    /quay: the UN\/LOCODE AAQUA is not BB and three letters or digits/,
  ],
  ['a code of a node that there is not', (i) => (i.codes['nowhere'] = {}), /nowhere: there is no such node/],
  ['two features of one id', (i) => (i.routes[0]!.id = 'quay'), /quay: the id is taken in/],
  [
    'a route by a node that there is not',
    (i) => (i.routes[0]!.via = ['westend', 'nowhere']),
    /"via" names a node "nowhere", which does not exist/,
  ],
  [
    'a corridor whose main route is not its own',
    (i) => (i.corridors[0]!.main = 'western-railway'),
    /its main route "western-railway" is not among its routes/,
  ],
  ['a node without a local name', (i) => (nodeOf(i, 'westend').properties.names = {}), /westend: has no local name/],
  [
    'a source that there is not',
    (i) => (linkOf(i, 'westend--frontier').sources = ['gossip']),
    /names the source "gossip", which does not exist/,
  ],
  [
    'a name in the letters of another language',
    (i) => (rowOf(i, 'quay').names['ru'] = 'Quay'),
    /quay: "Quay" has letters that the language "ru" does not write/,
  ],
  [
    'an Arabic letter in a Persian name',
    (i) => (rowOf(i, 'quay').names['fa'] = 'كي'),
    /quay: "كي" has letters that the language "fa" does not write/,
  ],
  ['a place with two names', (i) => i.nameRows.push(rowOf(i, 'quay')), /quay: has a second name in "az"; the first is in/],
  [
    'names of a place that there is not',
    (i) => i.nameRows.push({ ...rowOf(i, 'quay'), place: '1234567', at: [1, 1] }),
    /1234567: there is no such node or town/,
  ],
  [
    'a town without a name in every language',
    (i) => i.nameRows.push({ file: 'names.csv', place: '7654321', at: [1, 1], names: { en: 'Mill' }, also: [] }),
    /7654321: has no name in az, /,
  ],
  [
    'a place that is called otherwise in the network',
    (i) => (rowOf(i, 'quay').names['en'] = 'Pier'),
    /quay: is "Pier" here and "Quay" in the network/,
  ],
  [
    'two names of one place',
    (i) => i.nameRows.push({ ...rowOf(i, 'quay'), place: 'haven', at: [3.95, 1], names: { en: 'Quay', ru: 'Пирс' } }),
    /haven: is "Пирс" in "ru", and quay at the same place "Кей"/,
  ],
  [
    'a border without a name in every language',
    (i) => Object.assign(nodeOf(i, 'northend').properties, { kind: 'border', names: { local: 'Northend' } }),
    /northend: is a border of rank 4 and has no name in az, /,
  ],
  [
    'an English name for a local one',
    (i) => i.routes.forEach((route) => (route.names['local'] = route.name)),
    /its local name is the English one/,
  ],
  ['a feature without a source', (i) => (nodeOf(i, 'westend').properties.sources = []), /westend: it names no source/],
];

describe('the checks of the data', () => {
  it('find nothing in data that hold', () => {
    expect(checkInputs(miniInputs(), { ...miniBase, ...miniLeast })).toEqual([]);
  });

  it.each(issues)('find %s', (_, breaks, says) => {
    const inputs = miniInputs();
    breaks(inputs);
    const messages = checkInputs(inputs, { ...miniBase, ...miniLeast }).map(say);
    expect(messages.join('\n')).toMatch(says);
    for (const message of messages) expect(message).toMatch(/^\S+: .+: .+\. Remedy: .+\.$/);
  });

  it('ask for the number of nodes, and of names in every language', () => {
    const messages = checkInputs(miniInputs(), { ...miniBase, ...miniLeast, nodes: 300, translated: 100 }).map(say);
    expect(messages.join('\n')).toMatch(/300/);
    expect(messages.join('\n')).toMatch(/100/);
  });
});
