/** The finder on the whole network: up to four ways between random places, by each criterion, beside a plain shortest path. */
import { CRITERIA } from '../../src/core/url/compare-items.ts';
import { findServedPlaces, type PathRequest } from '../../src/core/routing/best-paths.ts';
import { findShortestPath } from '../../src/core/routing/shortest-path.ts';
import { findPaths, readPathRequest } from '../../src/core/routing/find-paths.ts';
import { realAtlas } from '../fixtures/real.ts';
import { quantile, type Row } from './bench.ts';

export const name = 'Finder: up to four ways between two places of the whole network (goal: under 50 ms)';

const PAIRS = 200;
const WARM_UP = 20;

/** The same pairs in every run. */
function pairs(places: readonly string[]): [string, string][] {
  let seed = 20_240_704;
  const next = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return places[Math.floor((seed / 2 ** 31) * places.length)]!;
  };
  return Array.from({ length: PAIRS + WARM_UP }, (): [string, string] => [next(), next()]).filter(([from, to]) => from !== to);
}

/** Milliseconds; the best of three, as the machine has other things to do. */
function timed(run: () => unknown): number {
  const once = (): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  return Math.min(once(), once(), once());
}

export async function run(): Promise<Row[]> {
  const atlas = await realAtlas();
  const links = [...atlas.links.values()].map(({ properties }) => properties);
  const chosen = pairs([...findServedPlaces(atlas)].sort());
  const base = { avoidCountries: [], avoidModes: [], avoidDisrupted: false, via: [], cut: [], year: null };
  const measure = (label: string, once: (from: string, to: string) => unknown) => ({
    label,
    times: chosen.map(([from, to]) => timed(() => once(from, to))).slice(WARM_UP),
  });
  // Some pairs have no way, which the plain search tells by throwing.
  const joined = chosen.filter(([from, to]) => findPaths(atlas, { from, to, count: 1 }).paths.length > 0);
  const plain = {
    label: 'plain Dijkstra, one path by length',
    times: joined.map(([from, to]) => timed(() => findShortestPath(links, [from, to]))).slice(WARM_UP),
  };
  const request = (from: string, to: string, openOnly: boolean, by: PathRequest['by'] = 'length') =>
    readPathRequest({ ...base, from, to, by, openOnly });
  const finder = CRITERIA.flatMap((by) =>
    [true, false].map((openOnly) =>
      measure(`by ${by}, ${openOnly ? 'only what is open' : 'with what is planned'}`, (from, to) =>
        findPaths(atlas, request(from, to, openOnly, by)),
      ),
    ),
  );
  const reference = quantile(plain.times, 0.5);
  return [plain, ...finder].map(({ label, times }) => ({
    search: label,
    'median ms': quantile(times, 0.5).toFixed(1),
    'p95 ms': quantile(times, 0.95).toFixed(1),
    'slowest ms': Math.max(...times).toFixed(1),
    'median, as a multiple of plain': (quantile(times, 0.5) / reference).toFixed(1),
  }));
}
