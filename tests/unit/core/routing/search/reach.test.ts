import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBestPaths, MOST_DETOUR, MOST_SHARED, type Network } from '../../../../../src/core/routing/best-paths.ts';
import { searchPaths } from '../../../../../src/core/routing/search/path-search.ts';
import { buildStates, openStates } from '../../../../../src/core/routing/search/path-states.ts';
import { createReach } from '../../../../../src/core/routing/search/reach.ts';
import { getMetres } from '../../../../../src/core/routing/search/flat-network.ts';
import type { LinkFeature } from '../../../../../src/core/dataset/model.ts';
import type { MeasuredLeg } from '../../../../../src/core/measure/measure.ts';
import { CRITERIA } from '../../../../../src/core/url/compare-items.ts';
import { network } from '../small-network.ts';

/** Of each link other metres, so that no two paths are equally long: which of them comes first is left to the search. */
const metresOf = (i: number): number => (i * 104_729) % 65_537;

/** A network of so many places and links, and the stops of a path. */
function drawNetwork(places: number, least: number, most: number) {
  const nodes = Array.from({ length: places }, (_, i) => `n${i}`);
  const node = fc.constantFrom(...nodes);
  const sketch = fc.record({
    from: node,
    to: node,
    // Of very different length, so that some are out of reach.
    km: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 200, max: 2000 })),
    gaugeMm: fc.constantFrom(1435, 1520),
  });
  const anyNetwork = fc.array(sketch, { minLength: least, maxLength: most }).map((links) =>
    network(
      Object.fromEntries(nodes.map((id, i) => [id, i % 3 ? 'AA' : 'BB'])),
      links.map((link, i) => ({ ...link, km: link.km + metresOf(i) / 1000, id: `l${String(i).padStart(2, '0')}` })),
    ),
  );
  return [anyNetwork, fc.uniqueArray(node, { minLength: 2, maxLength: 4 })] as const;
}
/** So few that no search is given up for the work that it takes. */
const FEW = drawNetwork(10, 10, 18);
/** Here a search of all links may be given up before one of those near by. */
const MANY = drawNetwork(14, 14, 40);

const OPTIONS = { count: 4, mostShared: MOST_SHARED, mostDetour: MOST_DETOUR };

/** Paths as ids of links. To a stop and back may be travelled either way round. */
const list = (paths: MeasuredLeg[][]) => paths.map((legs) => legs.map(({ link }) => link.properties.id).sort());

/** What is found over the links within reach, and over all. */
function findBoth(on: Network, via: string[], by: (typeof CRITERIA)[number]) {
  const near = createReach(on.links, via, () => true).listLinks(MOST_DETOUR);
  const getCountry = (id: string) => on.nodes.get(id)!.properties.country;
  const find = (links: LinkFeature[]) => list(searchPaths(buildStates(links, via, getCountry), via, { ...OPTIONS, by }));
  return { found: find(near), expected: find([...on.links.values()]) };
}

describe('links within reach', () => {
  it('are enough to find the same paths, by whatever is asked for', () => {
    fc.assert(
      fc.property(...FEW, fc.constantFrom(...CRITERIA), (on, via, by) => {
        const { found, expected } = findBoth(on, via, by);
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(...MANY, fc.constantFrom(...CRITERIA), (on, via, by) => {
        const { found, expected } = findBoth(on, via, by);
        // The best path is looked for to the end; among so many two may be equally long.
        const measure = (path: string[] = []) => path.reduce((sum, id) => sum + getMetres(on.links.get(id)!), 0);
        expect(measure(found[0])).toBe(measure(expected[0]));
        expect(found.length > 0).toBe(expected.length > 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('give the shortest paths that there are at all, where only a little more than the shortest one is looked at', () => {
    fc.assert(
      fc.property(...FEW, (on, via) => {
        const all = [...on.links.values()];
        const getCountry = (id: string) => on.nodes.get(id)!.properties.country;
        const options = { ...OPTIONS, by: 'length' as const };
        const expected = list(searchPaths(buildStates(all, via, getCountry), via, options));
        const reach = createReach(on.links, via, () => true);
        for (const detour of [1.01, 1.2, 1.5]) {
          const near = reach.openLegs(detour);
          const found = near ? list(searchPaths(openStates(near.legsAt, via, getCountry), via, { ...options, near })) : [];
          expect(found).toEqual(expected.slice(0, found.length));
        }
        const [from = '', to = ''] = [via[0], via.at(-1)];
        const request = { from, to, via: via.slice(1, -1) };
        expect(findBestPaths(on, request).map(({ legs }) => legs.map(({ id }) => id).sort())).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('leave out what is far off, and everything where there is no path', () => {
    const on = network({ a: 'AA', b: 'AA', c: 'AA', d: 'AA' }, [
      { id: 'a--b', from: 'a', to: 'b', km: 10 },
      { id: 'b--c', from: 'b', to: 'c', km: 8 },
      { id: 'a--c', from: 'a', to: 'c', km: 7 },
      { id: 'b--d', from: 'b', to: 'd', km: 100 },
    ]);
    const listIds = (stops: string[]) =>
      createReach(on.links, stops, () => true)
        .listLinks(MOST_DETOUR)
        .map(({ properties }) => properties.id)
        .sort();
    expect(listIds(['a', 'b'])).toEqual(['a--b', 'a--c', 'b--c']);
    expect(listIds(['a', 'nowhere'])).toEqual([]);
  });
});
