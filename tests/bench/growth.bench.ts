/** What a larger network costs: the same work on 1, 10 and 100 copies of ours beside each other, per link of the network. */
import { indexAtlas, type Parts } from '../../src/core/dataset/dataset.ts';
import { buildLineFeatures } from '../../src/core/style/features.ts';
import { buildNodeFeatures } from '../../src/core/style/node-features.ts';
import { PARTS, type PartName } from '../../src/core/dataset/load/load.ts';
import type { LinkFeature, Position } from '../../src/core/dataset/model.ts';
import { createSearch } from '../../src/core/dataset/search/search.ts';
import { findPaths, readPathRequest } from '../../src/core/routing/find-paths.ts';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Row } from './bench.ts';

export const name = 'Growth: work on copies of the network, milliseconds and the exponent from 1 to 100 copies (goal: linear, 1)';

export const about = `Best of three; the small networks as often as makes a hundred copies, so that each has its garbage to collect. What is over 1 is the
processor's cache: a look-up by id among 50,000 misses it where one among 500 does not, and a collection keeps what is still in use.
Lines and places are looked up once an atlas, in the run that warms up. Finding a way orders its queue, n log n, and leads through all the
copies.`;

const read = (name: PartName): unknown => JSON.parse(readFileSync(`static/data/${PARTS[name].file}`, 'utf8'));
const NAMES = [
  'nodes',
  'links',
  'routes',
  'parallelLines',
  'corridors',
  'areas',
  'events',
] as const satisfies readonly PartName[];

/** Copies of everything with ids of their own, each a little further south. */
function copies(count: number): Record<(typeof NAMES)[number], unknown> {
  const one = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Record<(typeof NAMES)[number], unknown>;
  const ids = new Set<string>();
  JSON.stringify(one, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'string') ids.add(value);
    return value;
  });
  const moved = (part: unknown, n: number): unknown =>
    JSON.parse(
      JSON.stringify(part, (key, value: unknown) => {
        if (key === 'coordinates') return shift(value, -n / 20);
        return typeof value === 'string' && key !== 'kind' && ids.has(value) ? `${value}-${n}` : value;
      }),
    );
  const joined = (name: (typeof NAMES)[number]): unknown => {
    const all = Array.from({ length: count }, (_, n) => (n === 0 ? one[name] : moved(one[name], n)));
    if (Array.isArray(one[name])) return all.flat();
    if (name === 'links') all.push({ features: bridges(one.links as LinksFile, count) });
    return { ...(one[name] as object), features: all.flatMap((part) => (part as { features: unknown[] }).features) };
  };
  return Object.fromEntries(NAMES.map((name) => [name, joined(name)])) as Record<(typeof NAMES)[number], unknown>;
}

/** A link from each copy to the next one, so that a way may lead through all of them. */
function bridges({ features }: LinksFile, count: number): unknown[] {
  const { geometry, properties } = features.find((link) => link.properties.from === FROM || link.properties.to === FROM)!;
  const node = (n: number) => (n === 0 ? FROM : `${FROM}-${n}`);
  return Array.from({ length: count - 1 }, (_, n) => ({
    type: 'Feature',
    geometry,
    properties: { ...properties, id: `bridge-${n}`, from: node(n), to: node(n + 1), status: 'open' },
  }));
}

function shift(value: unknown, by: number): unknown {
  const [first, second] = value as [unknown, unknown];
  if (typeof first === 'number') return [first, Math.max(-89, (second as number) + by)] satisfies Position;
  return (value as unknown[]).map((one) => shift(one, by));
}

/** Ends of the railway that is searched for a way. */
const [FROM, TO] = ['baku', 'kars'];
type LinksFile = { features: LinkFeature[] };

const FILTERS = { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null };
const SHOWN = { lang: 'en', theme: 'light', filters: FILTERS } as const;

function timed(run: () => unknown, times: number): number {
  const start = performance.now();
  for (let n = 0; n < times; n++) run();
  return performance.now() - start;
}

export function run(): Promise<Row[]> {
  const sizes = [1, 10, 100].map((count) => {
    const raw = copies(count);
    const work: Record<string, number> = {};
    // Once to warm up, then the best of three; the small ones as often as makes a hundred copies, so that each has its garbage to collect.
    const times = 100 / count;
    const best = (label: string, task: () => unknown) =>
      (work[label] = Math.min(...[0, 0, 0, 0].map(() => timed(task, times) / times).slice(1)));
    let parts: Parts = {};
    best('reading and checking', () => {
      parts = Object.fromEntries(NAMES.map((name) => [name, v.parse(PARTS[name].schema, raw[name])]));
    });
    let atlas = indexAtlas(parts);
    best('indexing', () => (atlas = indexAtlas(parts)));
    best('lines for the map', () => buildLineFeatures(atlas, SHOWN));
    best('places for the map', () => buildNodeFeatures(atlas, SHOWN));
    // From the far end of the first copy into the last one.
    const [from, to] = [TO, count === 1 ? FROM : `${FROM}-${count - 1}`];
    if (findPaths(atlas, readPathRequest({ from, to, by: 'length', openOnly: true, ...NO_CONDITIONS })).paths.length === 0) {
      throw new Error(`There is no way from ${from} to ${to}.`);
    }
    best('finding a way', () => findPaths(atlas, readPathRequest({ from, to, by: 'length', openOnly: true, ...NO_CONDITIONS })));
    let search: ReturnType<typeof createSearch> | undefined;
    best('making the index of the search', () => (search = createSearch(atlas, 'en')));
    best('searching', () => search!('bak'));
    return { links: atlas.links.size, work };
  });
  const [one, , hundred] = sizes;
  return Promise.resolve(
    Object.keys(sizes[0]!.work).map((label): Row => ({
      work: label,
      ...Object.fromEntries(sizes.map(({ links, work }) => [`${links} links`, work[label]!.toFixed(2)])),
      exponent: (Math.log10(hundred!.work[label]! / one!.work[label]!) / 2).toFixed(2),
    })),
  );
}

const NO_CONDITIONS = { avoidCountries: [], avoidModes: [], avoidDisrupted: false, via: [], cut: [], year: null };
