import { describe, expect, it } from 'vitest';
import { findCommonEnds, packRow } from '../../../../src/core/compare/common-ends.ts';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { createPathServer, packNetwork, type PathAnswer, type PathQuestion } from '../../../../src/core/compare/path-server.ts';
import { findPaths, readItemRequest } from '../../../../src/core/routing/find-paths.ts';
import { computeWithout, describeWayRound, findRoutesBroken, findWayRound } from '../../../../src/core/routing/without.ts';
import { readItem } from '../../../../src/core/url/compare-items.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const answers: PathAnswer[] = [];
const serve = createPathServer((answer) => answers.push(structuredClone(answer)));
for (const portion of packNetwork(atlas)) serve(structuredClone(portion));

function ask(question: PathQuestion): PathAnswer | undefined {
  serve(structuredClone(question));
  return answers.pop();
}

/** A place that several routes pass, and what becomes of the first of them. */
const closed = atlas.routes.get([...atlas.corridors.values()][0]!.main)!.changes[0]!.node;
const broken = findRoutesBroken(atlas, closed);

describe('a server of paths', () => {
  it('finds the same ways round as the page would', () => {
    const ways = broken.map((route) => findWayRound(atlas, route, closed));
    expect(ways.some((way) => way !== null)).toBe(true);
    expect(ask({ kind: 'round', routes: broken, closed })).toEqual({ kind: 'round', ways });
    for (const [i, route] of broken.entries()) {
      expect(computeWithout(atlas, route, closed, ways[i])).toEqual(computeWithout(atlas, route, closed));
    }
  });

  it('writes a way round as the item that the page would write', () => {
    const route = broken.find((one) => findWayRound(atlas, one, closed))!;
    const path = findWayRound(atlas, route, closed)!;
    const text = describeWayRound(atlas, route, closed, path);
    expect(text).toContain(`cut-${closed}`);
    expect(ask({ kind: 'item', route, closed, path })).toEqual({ kind: 'item', text });
  });

  it('finds the paths that items of comparisons stand for, from which the same rows are made', () => {
    const texts = atlas.comparisons.flatMap(({ compare }) => compare);
    const items = texts.map(readItem).flatMap((item) => (typeof item !== 'string' && item.kind === 'path' ? [item] : []));
    expect(items.length).toBeGreaterThan(3);
    const requests = items.map(readItemRequest);
    const answer = ask({ kind: 'paths', requests });
    const found = answer?.kind === 'paths' ? answer.found : [];
    expect(found).toMatchObject(requests.map((request) => findPaths(atlas, request)));
    for (const { compare } of atlas.comparisons) {
      const { rows, pending } = compareItems(atlas, compare, {
        findPaths: (item) => found[items.findIndex((one) => isSame(one, item))]!,
      });
      const own = compareItems(atlas, compare).rows;
      expect(pending).toEqual([]);
      expect(rows.map((row) => [row.text, row.line, row.colour, row.estimate])).toEqual(
        own.map((row) => [row.text, row.line, row.colour, row.estimate]),
      );
    }
  });

  it('offers the same common ends as the page would', () => {
    const ends = atlas.comparisons.map(({ compare }) => {
      const rows = compareItems(atlas, compare).rows.map(packRow);
      expect(ask({ kind: 'ends', rows })).toEqual({ kind: 'ends', ends: findCommonEnds(atlas, rows) });
      return findCommonEnds(atlas, rows);
    });
    expect(ends.flat().length).toBeGreaterThan(0);
  });
});

it('a path that is still searched is neither a row nor a problem', () => {
  const { compare } = atlas.comparisons.find(({ compare: texts }) => texts.some((text) => text.startsWith('path:')))!;
  const { rows, problems, pending } = compareItems(atlas, compare, { findPaths: () => null });
  expect(pending).toEqual(compare.filter((text) => text.startsWith('path:')));
  expect([...rows.map(({ text }) => text), ...pending].sort()).toEqual([...compare].sort());
  expect(problems).toEqual([]);
});

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
