import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBestPaths,
  MOST_DETOUR,
  MOST_SHARED,
  type Network,
  getStops,
  type FoundPath,
  type PathRequest,
} from '../../../../src/core/routing/best-paths.ts';
import { CRITERIA, type Criterion } from '../../../../src/core/url/compare-items.ts';
import type { Leg } from '../../../../src/core/dataset/model.ts';
import { findShortestPath } from '../../../../src/core/routing/shortest-path.ts';
import { getEnd, type MeasuredLeg, measureLegs, getStart } from '../../../../src/core/measure/measure.ts';
import { buildStates, type TravelCosts } from '../../../../src/core/routing/search/path-states.ts';
import { type LinkSketch, network } from './small-network.ts';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const COUNTRIES = ['AA', 'BB', 'CC'];

const sketch = fc.record({
  from: fc.constantFrom(...NODES),
  to: fc.constantFrom(...NODES),
  km: fc.integer({ min: 1, max: 60 }),
  mode: fc.constantFrom('rail', 'rail', 'rail', 'sea', 'road'),
  gaugeMm: fc.constantFrom(1435, 1520),
  countries: fc.array(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 3 }),
});
const anyNetwork: fc.Arbitrary<Network> = fc
  .tuple(
    fc.array(fc.constantFrom(...COUNTRIES), { minLength: NODES.length, maxLength: NODES.length }),
    fc.array(sketch, { minLength: 6, maxLength: 12 }),
  )
  .map(([countries, links]) =>
    network(
      Object.fromEntries(NODES.map((id, i) => [id, countries[i]!])),
      links.map((link, i): LinkSketch => ({ ...link, id: `l${i}`, mode: link.mode })),
    ),
  );
const stops = fc.uniqueArray(fc.constantFrom(...NODES), { minLength: 2, maxLength: 3 });
const request = fc.record({ stops, by: fc.constantFrom(...CRITERIA) }).map(({ stops: [from, ...rest], by }): PathRequest => ({
  from: from!,
  to: rest.at(-1)!,
  via: rest.slice(0, -1),
  by,
}));

const countryOf = (on: Network) => (node: string) => on.nodes.get(node)!.properties.country;
const measuredLegs = (on: Network, legs: readonly Leg[]): MeasuredLeg[] =>
  legs.map(({ id, reversed }) => ({ link: on.links.get(id)!, reversed }));
const cost = ({ measured }: FoundPath, by: Criterion): number =>
  ({ length: 0, gauge: measured.gaugeBreaks, borders: measured.borderCrossings, changes: measured.modeChanges })[by];
/** One number that orders as the finder does. */
const rank = (path: FoundPath, by: Criterion): number => cost(path, by) * 1e6 + path.measured.drawnKm;

/** Every path from stop to stop that passes no place twice between them. */
function findEveryPath(on: Network, wanted: PathRequest): FoundPath[] {
  const links = [...on.links.values()];
  const stopList = getStops(wanted);
  const extend = (legs: MeasuredLeg[], at: string, passed: number, seen: string[]): MeasuredLeg[][] => {
    if (passed === stopList.length) return [legs];
    return links
      .flatMap((link) => [false, true].map((reversed): MeasuredLeg => ({ link, reversed })))
      .filter((leg) => getStart(leg) === at && !seen.includes(getEnd(leg)))
      .flatMap((leg) => {
        const next = getEnd(leg);
        return next === stopList[passed]
          ? extend([...legs, leg], next, passed + 1, [next])
          : extend([...legs, leg], next, passed, [...seen, next]);
      });
  };
  const paths = extend([], wanted.from, 1, [wanted.from]).map((legs): FoundPath => ({
    legs: legs.map(({ link, reversed }) => ({ id: link.properties.id, reversed })),
    measured: measureLegs(legs, countryOf(on)),
  }));
  const shortest = Math.min(...paths.map(({ measured }) => measured.drawnKm));
  return paths.filter(({ measured }) => measured.drawnKm <= shortest * MOST_DETOUR);
}

const sharedKm = (on: Network, path: FoundPath, better: FoundPath): number =>
  measuredLegs(on, path.legs)
    .filter(({ link }) => better.legs.some(({ id }) => id === link.properties.id))
    .reduce((sum, { link }) => sum + link.properties.drawnKm, 0);
const differs = (on: Network, path: FoundPath, better: FoundPath): boolean =>
  sharedKm(on, path, better) <= better.measured.drawnKm * MOST_SHARED;

describe('the paths between two places', () => {
  it('are the best by every criterion, of all paths there are and that differ from better ones', () => {
    fc.assert(
      fc.property(anyNetwork, request, (on, wanted) => {
        const by = wanted.by!;
        const all = findEveryPath(on, wanted);
        const found = findBestPaths(on, wanted);
        found.forEach((path, i) => {
          const better = found.slice(0, i);
          const left = all.filter((one) => better.every((other) => differs(on, one, other)));
          expect(rank(path, by)).toBe(Math.min(...left.map((one) => rank(one, by))));
          expect(all.map(({ legs }) => legs)).toContainEqual(path.legs);
          expect(better.every((other) => differs(on, path, other))).toBe(true);
        });
        const more = all.filter((one) => found.every((other) => differs(on, one, other)));
        expect(found.length === 4 || more.length === 0).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('are never beaten by a path found for another criterion', () => {
    fc.assert(
      fc.property(anyNetwork, request, (on, wanted) => {
        const [best] = findBestPaths(on, wanted);
        if (!best) return;
        for (const by of CRITERIA) {
          for (const other of findBestPaths(on, { ...wanted, by })) {
            expect(rank(best, wanted.by!)).toBeLessThanOrEqual(rank(other, wanted.by!));
          }
        }
      }),
    );
  });

  it('are as short as those of the shortest path without any state', () => {
    fc.assert(
      fc.property(anyNetwork, request, (on, wanted) => {
        const [best] = findBestPaths(on, { ...wanted, by: 'length' });
        if (!best) return;
        const links = [...on.links.values()].map(({ properties }) => properties);
        const path = measureLegs(measuredLegs(on, findShortestPath(links, getStops(wanted))), countryOf(on));
        expect(best.measured.drawnKm).toBe(path.drawnKm);
      }),
    );
  });

  it('do not depend on the order of the links', () => {
    fc.assert(
      fc.property(anyNetwork, request, (on, wanted) => {
        const turned: Network = { ...on, links: new Map([...on.links].reverse()) };
        expect(findBestPaths(turned, wanted)).toEqual(findBestPaths(on, wanted));
      }),
    );
  });

  it('use neither links of avoided countries, modes and other statuses, nor closed ones, nor ones of another time', () => {
    const on = network({ a: 'AA', b: 'BB' }, [
      { id: 'short', from: 'a', to: 'b', km: 10, countries: ['AA', 'CC', 'BB'] },
      { id: 'ship', from: 'a', to: 'b', km: 11, mode: 'sea' },
      { id: 'plan', from: 'a', to: 'b', km: 12, status: 'planned' },
      { id: 'young', from: 'a', to: 'b', km: 13, opened: '2017-10-30' },
      { id: 'gone', from: 'a', to: 'b', km: 14, status: 'closed', closed: '1993-04' },
      { id: 'old', from: 'a', to: 'b', km: 15 },
    ]);
    const first = (conditions: Partial<PathRequest>) => findBestPaths(on, { from: 'a', to: 'b', ...conditions })[0]?.legs[0]?.id;
    expect(first({})).toBe('short');
    expect(first({ avoidCountries: ['CC'] })).toBe('ship');
    expect(first({ avoidCountries: ['CC'], avoidModes: ['sea'] })).toBe('plan');
    expect(first({ avoidCountries: ['CC'], avoidModes: ['sea'], statuses: ['open'] })).toBe('young');
    const past = { closed: ['short', 'ship'] };
    expect(first({ ...past, year: 2017 })).toBe('young');
    expect(first({ ...past, year: 2016 })).toBe('old');
    expect(first({ ...past, year: 1992 })).toBe('gone');
    expect(first({ closed: ['short'] })).toBe('ship');
  });

  it('do not go out and back by ship to hide a gauge break', () => {
    const on = network({ a: 'AA', b: 'AA', c: 'AA', d: 'AA' }, [
      { id: 'narrow', from: 'a', to: 'b', km: 10 },
      { id: 'broad', from: 'b', to: 'c', km: 10, gaugeMm: 1520 },
      { id: 'ship', from: 'b', to: 'd', km: 1, mode: 'sea' },
      { id: 'ship-back', from: 'd', to: 'b', km: 1, mode: 'sea' },
    ]);
    expect(findBestPaths(on, { from: 'a', to: 'c', by: 'gauge' })[0]?.legs.map(({ id }) => id)).toEqual(['narrow', 'broad']);
  });

  it('is found, too, where the best way would be a little too long, and millions of ways lead to its end', () => {
    const rows = Array.from({ length: 9 }, (_, i) => i);
    const cell = (row: number, column: number): string => `n${row}-${column}`;
    const cells = rows.flatMap((row) => rows.map((column) => [row, column] as const));
    const grid = cells.flatMap(([row, column]): LinkSketch[] => {
      const [from, km] = [cell(row, column), 10 + ((row * 7 + column * 3) % 5)];
      const across = { id: `across-${from}`, from, to: cell(row, column + 1), km };
      const down = { id: `down-${from}`, from, to: cell(row + 1, column), km: km + 0.5 };
      return [...(column < 8 ? [across] : []), ...(row < 8 ? [down] : [])];
    });
    const [first, last] = [cell(0, 0), cell(8, 8)];
    // Either of the ways round is short enough, both are not.
    const on = network({ ...Object.fromEntries(cells.map((at) => [cell(...at), 'AA'])), a: 'AA', x: 'BB', y: 'BB', z: 'AA' }, [
      { id: 'a-x', from: 'a', to: 'x', km: 5 },
      { id: 'x-grid', from: 'x', to: first, km: 5 },
      { id: 'round-x', from: 'a', to: first, km: 200 },
      ...grid,
      { id: 'grid-y', from: last, to: 'y', km: 5 },
      { id: 'y-z', from: 'y', to: 'z', km: 5 },
      { id: 'round-y', from: last, to: 'z', km: 210 },
    ]);
    const [best] = findBestPaths(on, { from: 'a', to: 'z', by: 'borders', count: 1 });
    expect(best?.measured.borderCrossings).toBe(2);
    expect(best?.legs.some(({ id }) => id.startsWith('round'))).toBe(true);
  });
});

describe('what a traveller pays from leg to leg', () => {
  it('adds up to what is counted on the whole path', () => {
    fc.assert(
      fc.property(anyNetwork, request, (on, wanted) => {
        const { start } = buildStates([...on.links.values()], getStops(wanted), countryOf(on));
        for (const path of findEveryPath(on, wanted)) {
          let state = start;
          const sum: TravelCosts = { borders: 0, gauge: 0, changes: 0 };
          for (const { link, reversed } of measuredLegs(on, path.legs)) {
            const arc = state.arcs!.find(({ leg }) => leg.link === link && leg.reversed === reversed)!;
            state = arc.to;
            for (const key of ['borders', 'gauge', 'changes'] as const) sum[key] += arc.costs[key];
          }
          expect(state.final).toBe(true);
          const { borderCrossings, gaugeBreaks, modeChanges } = path.measured;
          expect(sum).toEqual({ borders: borderCrossings, gauge: gaugeBreaks, changes: modeChanges });
        }
      }),
      { numRuns: 200 },
    );
  });
});
