import { describe, expect, it, vi } from 'vitest';
import { PathQueue } from '../../../../src/app/finder/path-queue.ts';
import { PathSearch } from '../../../../src/app/finder/path-search.svelte.ts';
import type { Network, PathRequest } from '../../../../src/core/routing/best-paths.ts';
import { findPaths } from '../../../../src/core/routing/find-paths.ts';
import { network } from '../../core/routing/small-network.ts';
import { createHeldServer } from './held-server.ts';

const on = network({ a: 'AA', b: 'AA', c: 'BB', d: 'BB' }, [
  { id: 'ab', from: 'a', to: 'b', km: 10 },
  { id: 'bc', from: 'b', to: 'c', km: 10, countries: ['AA', 'BB'] },
  { id: 'ac', from: 'a', to: 'c', km: 35, countries: ['AA', 'BB'], mode: 'sea' },
]);
const [there, back, nowhere]: PathRequest[] = [
  { from: 'a', to: 'c' },
  { from: 'c', to: 'a' },
  { from: 'a', to: 'c', avoidCountries: ['BB'] },
];

/** Searches whose calls are kept until they are served. */
function createSearches() {
  const server = createHeldServer();
  const queue = new PathQueue(server.open);
  let found = 0;
  const search = new PathSearch(queue, 'paths', () => (found += 1));
  const find = (where: Network, request: PathRequest) => search.find(where, { kind: 'paths', requests: [request] });
  return { ...server, queue, search, find, countFound: () => found };
}

describe('searches beside the page', () => {
  it('find what a search on the page finds', () => {
    const { find, run, countFound } = createSearches();
    for (const request of [there!, nowhere!]) {
      expect(find(on, request).isCurrent).toBe(false);
      run();
      const { answer, isCurrent } = find(on, request);
      expect(isCurrent).toBe(true);
      expect(answer?.found).toMatchObject([findPaths(on, request)]);
    }
    expect(countFound()).toBe(2);
  });

  it('say where the lines end when there is no way', () => {
    const { find, run } = createSearches();
    const apart = network({ a: 'AA', b: 'AA', c: 'BB', d: 'BB' }, [
      { id: 'ab', from: 'a', to: 'b', km: 10 },
      { id: 'cd', from: 'c', to: 'd', km: 10 },
    ]);
    find(apart, there!);
    run();
    expect(find(apart, there!).answer?.found[0]?.lineEnds).toEqual(['b']);
  });

  it('hand the network over once, and another one when it has come', () => {
    const { find, calls, run } = createSearches();
    find(on, there!);
    expect(calls).toHaveLength(2);
    run();
    find(on, back!);
    expect(calls).toHaveLength(1);
    run();
    find({ ...on, links: new Map(on.links) }, back!);
    expect(calls).toHaveLength(2);
  });

  it('hand a large network over in turns, the request last', async () => {
    const { find, calls, run } = createSearches();
    const links = Array.from({ length: 2500 }, (_, i) => ({ id: `l${i}`, from: `n${i}`, to: `n${i + 1}`, km: 1 }));
    const nodes = Object.fromEntries(Array.from({ length: 2501 }, (_, i) => [`n${i}`, 'AA']));
    const request = { from: 'n0', to: 'n2500' };
    const large = network(nodes, links);
    find(large, request);
    expect(calls).toHaveLength(1);
    await vi.waitFor(() => expect(calls.at(-1)).toEqual({ kind: 'paths', requests: [request] }));
    expect(calls).toHaveLength(4);
    run();
    expect(find(large, request).answer?.found[0]?.paths[0]?.legs).toHaveLength(2500);
  });

  it('keep what was found until the next answer comes, and drop what was superseded', () => {
    const { find, calls, run, countFound } = createSearches();
    find(on, there!);
    run();
    find(on, back!);
    find(on, nowhere!);
    // The first of the two is under way, the second waits.
    expect(calls).toHaveLength(1);
    expect(find(on, nowhere!)).toMatchObject({ isCurrent: false, answer: { found: [findPaths(on, there!)] } });
    run();
    expect(find(on, nowhere!).isCurrent).toBe(false);
    expect(countFound()).toBe(1);
    run();
    expect(find(on, nowhere!)).toMatchObject({ isCurrent: true, answer: { found: [{ paths: [] }] } });
    expect(countFound()).toBe(2);
  });

  it('ask no second time for what is shown again before another answer came', () => {
    const { find, calls, run, countFound } = createSearches();
    find(on, there!);
    run();
    find(on, back!);
    expect(find(on, there!).isCurrent).toBe(true);
    run();
    expect(find(on, there!).isCurrent).toBe(true);
    expect(calls).toEqual([]);
    expect(countFound()).toBe(1);
  });

  it('share one server and one network, and take turns', () => {
    const { find, queue, calls, run } = createSearches();
    const other = new PathSearch(queue, 'round');
    const route = { links: [{ id: 'ab', reversed: false }], nodes: [], byStatus: [] };
    const nodes = ['a', 'b'].map((id, i) => ({ id, km: 10 * i }));
    const question = { kind: 'round' as const, routes: [{ ...route, nodes, byStatus: [{ status: 'open' as const, km: 10 }] }] };
    find(on, there!);
    other.find(on, { ...question, closed: 'ab' });
    // Superseded before its turn, and once more while the other one waits.
    find(on, back!);
    find(on, nowhere!);
    expect(calls).toHaveLength(2);
    run();
    expect(calls).toMatchObject([{ kind: 'round' }]);
    run();
    expect(other.find(on, { ...question, closed: 'ab' }).answer?.ways).toEqual([
      [
        { id: 'ac', reversed: false },
        { id: 'bc', reversed: true },
      ],
    ]);
    expect(calls).toEqual([{ kind: 'paths', requests: [nowhere] }]);
    run();
    expect(find(on, nowhere!).isCurrent).toBe(true);
  });

  it('hand nothing to who has stopped waiting', () => {
    const { find, search, run, countFound } = createSearches();
    find(on, there!);
    search.end();
    run();
    expect(countFound()).toBe(0);
  });
});
