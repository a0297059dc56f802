import { expect, it } from 'vitest';
import { checkComparisons } from '../../../../geo/check/comparisons.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();
const routes = [...atlas.routes.values()];
const route = routes.toSorted((a, b) => b.nodes.length - a.nodes.length)[0]!;
const [from, middle, to] = [route.nodes[0]!.id, route.nodes[1]!.id, route.nodes.at(-1)!.id];
const tell = (...compare: string[]) =>
  checkComparisons('comparisons.json', [{ id: 'one', title: { en: 'One' }, compare }], atlas);

it('a comparison of ways between the same places is taken', () => {
  expect(tell(route.id, `${route.id}:${to}:${from}`)).toEqual([]);
});

it('an item that cannot be shown is told with file, feature and remedy', () => {
  expect(tell(route.id, 'gone', `path:${from}:nowhere:-`)).toEqual([
    expect.objectContaining({ file: 'comparisons.json', feature: 'one', problem: expect.stringContaining('"gone"') }),
    expect.objectContaining({ problem: expect.stringContaining('unknown-node nowhere'), remedy: expect.any(String) }),
  ]);
});

it('ends that differ are told', () => {
  expect(tell(route.id, `${route.id}:${from}:${middle}`)).toEqual([
    expect.objectContaining({ problem: expect.stringContaining('different ends') }),
  ]);
});
