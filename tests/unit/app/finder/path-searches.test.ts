import { describe, expect, it, vi } from 'vitest';
import { PathSearches } from '../../../../src/app/finder/path-searches.svelte.ts';
import type { PathRequest } from '../../../../src/core/routing/best-paths.ts';
import { findPaths } from '../../../../src/core/routing/find-paths.ts';
import { createPathServer, type PathAnswer, type PathCall } from '../../../../src/core/routing/path-server.ts';
import { network } from '../../core/routing/small-network.ts';

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
  const calls: PathCall[] = [];
  let serve: (call: PathCall) => void = () => undefined;
  let found = 0;
  const searches = new PathSearches(
    (receive: (answer: PathAnswer) => void) => {
      // As a message between two threads does.
      serve = createPathServer((answer) => receive(structuredClone(answer)));
      return { post: (call) => void calls.push(structuredClone(call)) };
    },
    () => (found += 1),
  );
  const run = (): void => {
    for (const call of calls.splice(0)) serve(call);
  };
  return { searches, calls, run, countFound: () => found };
}

describe('searches beside the page', () => {
  it('find what a search on the page finds', () => {
    const { searches, run, countFound } = createSearches();
    for (const request of [there!, nowhere!]) {
      expect(searches.find(on, request).isCurrent).toBe(false);
      run();
      const { answer, isCurrent } = searches.find(on, request);
      expect(isCurrent).toBe(true);
      expect(answer?.found).toEqual(findPaths(on, request));
    }
    expect(countFound()).toBe(2);
  });

  it('say where the lines end when there is no way', () => {
    const { searches, run } = createSearches();
    const apart = network({ a: 'AA', b: 'AA', c: 'BB', d: 'BB' }, [
      { id: 'ab', from: 'a', to: 'b', km: 10 },
      { id: 'cd', from: 'c', to: 'd', km: 10 },
    ]);
    searches.find(apart, there!);
    run();
    expect(searches.find(apart, there!).answer?.lineEnds).toEqual(['b']);
  });

  it('hand the network over once, and another one when it has come', () => {
    const { searches, calls, run } = createSearches();
    searches.find(on, there!);
    expect(calls).toHaveLength(2);
    run();
    searches.find(on, back!);
    expect(calls).toHaveLength(1);
    run();
    searches.find({ ...on, links: new Map(on.links) }, back!);
    expect(calls).toHaveLength(2);
  });

  it('hand a large network over in turns, the request last', async () => {
    const { searches, calls, run } = createSearches();
    const links = Array.from({ length: 2500 }, (_, i) => ({ id: `l${i}`, from: `n${i}`, to: `n${i + 1}`, km: 1 }));
    const nodes = Object.fromEntries(Array.from({ length: 2501 }, (_, i) => [`n${i}`, 'AA']));
    const request = { from: 'n0', to: 'n2500' };
    searches.find(network(nodes, links), request);
    expect(calls).toHaveLength(1);
    await vi.waitFor(() => expect(calls.at(-1)).toEqual({ request }));
    expect(calls).toHaveLength(4);
    run();
    expect(searches.find(network(nodes, links), request).answer?.found.paths[0]?.legs).toHaveLength(2500);
  });

  it('keep what was found until the next answer comes, and drop what was superseded', () => {
    const { searches, calls, run, countFound } = createSearches();
    searches.find(on, there!);
    run();
    searches.find(on, back!);
    searches.find(on, nowhere!);
    // The first of the two is under way, the second waits.
    expect(calls).toHaveLength(1);
    expect(searches.find(on, nowhere!)).toMatchObject({ isCurrent: false, answer: { found: findPaths(on, there!) } });
    run();
    expect(searches.find(on, nowhere!).isCurrent).toBe(false);
    expect(countFound()).toBe(1);
    run();
    expect(searches.find(on, nowhere!)).toMatchObject({ isCurrent: true, answer: { found: { paths: [] } } });
    expect(countFound()).toBe(2);
  });

  it('ask no second time for what is shown again before another answer came', () => {
    const { searches, calls, run, countFound } = createSearches();
    searches.find(on, there!);
    run();
    searches.find(on, back!);
    expect(searches.find(on, there!).isCurrent).toBe(true);
    run();
    expect(searches.find(on, there!).isCurrent).toBe(true);
    expect(calls).toEqual([]);
    expect(countFound()).toBe(1);
  });
});
