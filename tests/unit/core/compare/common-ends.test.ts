import { describe, expect, it } from 'vitest';
import { compareEnds, findCommonEnds, packRow } from '../../../../src/core/compare/common-ends.ts';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { measureRoute } from '../../../../src/core/import/routes/imported-route.ts';
import { realAtlas } from '../../../fixtures/real.ts';

const atlas = await realAtlas();
const compare = (...texts: string[]) => compareItems(atlas, texts).rows;
const main = [...atlas.corridors.values()].find(({ kind }) => kind === 'corridor')!.main;
const route = atlas.routes.get(main)!;
const [first, second, middle, last] = [0, 1, route.nodes.length >> 1, -1].map((i) => route.nodes.at(i)!.id);

describe('ends of compared items', () => {
  it('are the same whichever way a path is travelled', () => {
    expect(compareEnds(atlas, compare(main, `${main}:${last}:${first}`)).agreement).toBe('same');
  });

  it('are near where they are nodes of one place, and say how far apart', () => {
    const near = atlas.comparisons
      .map(({ compare: texts }) => compareEnds(atlas, compare(...texts)))
      .find(({ agreement }) => agreement === 'near')!;
    expect(near.apartKm).toBeGreaterThan(0);
    expect(near.apartKm).toBeLessThanOrEqual(25);
  });

  it('are different where one of them is somewhere else', () => {
    const report = compareEnds(atlas, compare(main, `${main}:${first}:${middle}`));
    expect(report.agreement).toBe('different');
  });
});

describe("a reader's own line", () => {
  const compareOwn = (from: number, to: number) => {
    const line = compare(`${main}:${route.nodes.at(from)!.id}:${route.nodes.at(to)!.id}`)[0]!.line;
    const own = { id: 'mine', name: 'Mine', source: '', countries: null, ...measureRoute([line], 1000) };
    return compareItems(atlas, [main, 'import:mine'], { imported: () => own }).rows;
  };

  it('has ends that are compared with those of a route', () => {
    expect(compareEnds(atlas, compareOwn(0, -1)).agreement).not.toBe('different');
    expect(compareEnds(atlas, compareOwn(0, route.nodes.length >> 1)).agreement).toBe('different');
  });

  it('keeps its ends where the route is cut to the places near them', () => {
    const [offer] = findCommonEnds(atlas, compareOwn(0, route.nodes.length >> 1).map(packRow));
    expect(offer!.items[1]).toBe('import:mine');
    const rows = compareOwn(0, route.nodes.length >> 1);
    const cut = compare(offer!.items[0]!)[0]!;
    expect(compareEnds(atlas, [cut, rows[1]!]).agreement).not.toBe('different');
  });

  it('has no common ends with a route that passes neither of them', () => {
    const rows = compareOwn(0, route.nodes.length >> 1).map((row) =>
      row.nodes.length > 0 ? row : { ...row, line: [[-60, -20] as [number, number], [-61, -20] as [number, number]] },
    );
    expect(findCommonEnds(atlas, rows.map(packRow))).toEqual([]);
  });
});

describe('common ends', () => {
  const routes = [...atlas.routes.values()].filter(({ nodes }) => nodes[0]!.id === first);
  const other = routes.find(({ id, nodes }) => id !== main && nodes.at(-1)!.id !== last)!;
  const rows = compare(main, other.id);

  it('give items that run between the same places', () => {
    const offers = findCommonEnds(atlas, rows.map(packRow));
    expect(offers.length).toBeGreaterThan(0);
    for (const { items } of offers) {
      const compared = compareItems(atlas, items);
      expect(compared.problems).toEqual([]);
      expect(compareEnds(atlas, compared.rows).agreement).not.toBe('different');
    }
  });

  it('keep to the nodes of each path where it is cut', () => {
    const cut = findCommonEnds(atlas, rows.map(packRow)).find(({ kind }) => kind === 'cut')!;
    compare(...cut.items).forEach((row, i) => {
      const own = rows[i]!.nodes.map(({ id }) => id);
      expect(row.nodes.every(({ id }) => own.includes(id))).toBe(true);
    });
  });

  it('come with what leaves most of the paths first', () => {
    const kept = findCommonEnds(atlas, rows.map(packRow)).map((one) => one.kept);
    expect(kept).toEqual(kept.toSorted((a, b) => b - a));
  });

  it('are none of the atlas where the items share one place at most', () => {
    const apart = [...atlas.routes.values()].find(
      ({ nodes }) => nodes.filter(({ id }) => route.nodes.some((node) => node.id === id)).length === 0,
    )!;
    expect(findCommonEnds(atlas, compare(main, apart.id).map(packRow))).toEqual([]);
    expect(findCommonEnds(atlas, compare(`${main}:${first}:${second}`).map(packRow))).toEqual([]);
  });
});

it('every ready-made comparison is of at least two ways between the same places', () => {
  expect(atlas.comparisons.length).toBeGreaterThanOrEqual(6);
  for (const { compare: texts } of atlas.comparisons) {
    const { rows, problems } = compareItems(atlas, texts);
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(1);
    expect(compareEnds(atlas, rows).agreement).not.toBe('different');
  }
});
