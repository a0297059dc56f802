import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBestPaths, MOST_DETOUR, MOST_SHARED } from '../../../../../src/core/routing/best-paths.ts';
import { searchPaths } from '../../../../../src/core/routing/search/path-search.ts';
import { buildStates, openStates } from '../../../../../src/core/routing/search/path-states.ts';
import { createReach } from '../../../../../src/core/routing/search/reach.ts';
import type { MeasuredLeg } from '../../../../../src/core/measure/measure.ts';
import { CRITERIA } from '../../../../../src/core/url/compare-items.ts';
import { network } from '../small-network.ts';

/** So few that no search is given up for the work that it takes: a search of all links is given up before one of those near by. */
const NODES = Array.from({ length: 10 }, (_, i) => `n${i}`);
const node = fc.constantFrom(...NODES);
const sketch = fc.record({
  from: node,
  to: node,
  // Of very different length, so that some are out of reach.
  km: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 200, max: 2000 })),
  gaugeMm: fc.constantFrom(1435, 1520),
});
/** Of each link other metres, so that no two paths are equally long: which of them comes first is left to the search. */
const metresOf = (i: number): number => (i * 104_729) % 65_537;
const anyNetwork = fc.array(sketch, { minLength: 10, maxLength: 18 }).map((links) =>
  network(
    Object.fromEntries(NODES.map((id, i) => [id, i % 3 ? 'AA' : 'BB'])),
    links.map((link, i) => ({ ...link, km: link.km + metresOf(i) / 1000, id: `l${String(i).padStart(2, '0')}` })),
  ),
);
const stops = fc.uniqueArray(node, { minLength: 2, maxLength: 4 });

describe('links within reach', () => {
  it('are enough to find the same paths, by whatever is asked for', () => {
    fc.assert(
      fc.property(anyNetwork, stops, fc.constantFrom(...CRITERIA), (on, via, by) => {
        const all = [...on.links.values()];
        const near = createReach(on.links, via, () => true).listLinks(MOST_DETOUR);
        const [found, expected] = [near, all].map((links) =>
          searchPaths(
            buildStates(links, via, (id) => on.nodes.get(id)!.properties.country),
            via,
            { by, count: 4, mostShared: MOST_SHARED, mostDetour: MOST_DETOUR },
          ).map((legs) => legs.map(({ link }) => link.properties.id).sort()),
        );
        // To a stop and back may be travelled either way round.
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('give the shortest paths that there are at all, where only a little more than the shortest one is looked at', () => {
    fc.assert(
      fc.property(anyNetwork, stops, (on, via) => {
        const all = [...on.links.values()];
        const getCountry = (id: string) => on.nodes.get(id)!.properties.country;
        const options = { by: 'length' as const, count: 4, mostShared: MOST_SHARED, mostDetour: MOST_DETOUR };
        const list = (paths: MeasuredLeg[][]) => paths.map((legs) => legs.map(({ link }) => link.properties.id).sort());
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
