/** What a larger network costs: the same work on networks of 1, 10 and 100 copies of ours beside each other. */
import { indexAtlas, type Parts } from '../../src/core/dataset/dataset.ts';
import { buildLineFeatures } from '../../src/core/style/features.ts';
import { buildNodeFeatures } from '../../src/core/style/node-features.ts';
import { PARTS, type PartName } from '../../src/core/dataset/load/load.ts';
import type { LinkFeature, Position } from '../../src/core/dataset/model.ts';
import { createSearch } from '../../src/core/dataset/search/search.ts';
import { findPaths, readPathRequest } from '../../src/core/routing/find-paths.ts';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { quantile, type Row } from './bench.ts';

export const name = 'Growth: work on copies of the network, milliseconds and the exponent from 1 to 100 copies (goal: linear, 1)';

export const about = `Each size works through the same hundred copies: a hundred networks of one, ten of ten, one of a hundred. So each finds its data cold, as a
page does that makes them once, and has as much garbage to collect. Processor time of all threads for one network, the median of three runs
after one that warms up; lines and places are looked up once an atlas, in that run. What is over 1 is the processor's cache: a look-up by id
among 50,000 misses it where one among 500 does not. The way through all copies is a longer one between more places, with more ways round,
up to four of which are looked for; the other is the same in each network.`;

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

const COPIES = 100;
type Raw = Record<(typeof NAMES)[number], unknown>;

/** Everything a hundred times with ids of its own, each a little further south. */
function makeCopies(): Raw[] {
  const one = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as Raw;
  const ids = new Set<string>();
  JSON.stringify(one, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'string') ids.add(value);
    return value;
  });
  return Array.from({ length: COPIES }, (_, n): Raw =>
    JSON.parse(
      JSON.stringify(one, (key, value: unknown) => {
        if (key === 'coordinates') return shift(value, -n / 20);
        return typeof value === 'string' && key !== 'kind' && ids.has(value) ? `${value}-${n}` : value;
      }),
    ),
  );
}

/** Some copies as one network, with a link from each to the next one, so that a way may lead through all of them. */
function join(copies: readonly Raw[], first: number): Raw {
  const joined = (name: (typeof NAMES)[number]): unknown => {
    const all = copies.map((copy) => copy[name]);
    if (Array.isArray(all[0])) return all.flat();
    if (name === 'links') all.push({ features: bridges(all[0] as LinksFile, first, copies.length) });
    return { ...(all[0] as object), features: all.flatMap((part) => (part as { features: unknown[] }).features) };
  };
  return Object.fromEntries(NAMES.map((name) => [name, joined(name)])) as Raw;
}

function bridges({ features }: LinksFile, first: number, count: number): unknown[] {
  const end = `${FROM}-${first}`;
  const { geometry, properties } = features.find((link) => link.properties.from === end || link.properties.to === end)!;
  return Array.from({ length: count - 1 }, (_, n) => ({
    type: 'Feature',
    geometry,
    properties: {
      ...properties,
      id: `bridge-${first + n}`,
      from: `${FROM}-${first + n}`,
      to: `${FROM}-${first + n + 1}`,
      status: 'open',
    },
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

/** Milliseconds of all threads of the process. */
function timed(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const RUNS = 3;

/** What each piece of work takes for one of the networks of so many copies. */
function measure(copies: readonly Raw[], count: number): { links: number; work: Record<string, number> } {
  const firsts = Array.from({ length: COPIES / count }, (_, n) => n * count);
  const networks = firsts.map((first) => join(copies.slice(first, first + count), first));
  const work: Record<string, number> = {};
  const time = <T, U>(label: string, subjects: readonly T[], task: (subject: T, i: number) => U): U[] => {
    let made = subjects.map(task);
    const runs = Array.from({ length: RUNS }, () => timed(() => (made = subjects.map(task))));
    work[label] = quantile(runs, 0.5) / subjects.length;
    return made;
  };
  const parts = time('reading and checking', networks, (raw): Parts =>
    Object.fromEntries(NAMES.map((name) => [name, v.parse(PARTS[name].schema, raw[name])])),
  );
  const atlases = time('indexing', parts, indexAtlas);
  time('lines for the map', atlases, (atlas) => buildLineFeatures(atlas, SHOWN).features.length);
  time('places for the map', atlases, (atlas) => buildNodeFeatures(atlas, SHOWN).features.length);
  const find = (label: string, copy: number): void => {
    const found = time(label, atlases, (atlas, i) => {
      const [from, to] = [`${TO}-${firsts[i]!}`, `${FROM}-${firsts[i]! + copy}`];
      return findPaths(atlas, readPathRequest({ from, to, by: 'length', openOnly: true, ...NO_CONDITIONS })).paths.length;
    });
    if (found.includes(0)) throw new Error(`${label}: there is none.`);
  };
  find('finding a way', 0);
  find('finding a way through all copies', count - 1);
  const searches = time('making the index of the search', atlases, (atlas) => createSearch(atlas, 'en'));
  time('searching', searches, (search) => search('bak').length);
  return { links: atlases[0]!.links.size, work };
}

export function run(): Promise<Row[]> {
  const copies = makeCopies();
  const sizes = [1, 10, COPIES].map((count) => measure(copies, count));
  const [one, , hundred] = sizes;
  return Promise.resolve(
    Object.keys(one!.work).map((label): Row => ({
      work: label,
      ...Object.fromEntries(sizes.map(({ links, work }) => [`${links} links`, work[label]!.toFixed(2)])),
      exponent: (Math.log10(hundred!.work[label]! / one!.work[label]!) / 2).toFixed(2),
    })),
  );
}

const NO_CONDITIONS = { avoidCountries: [], avoidModes: [], avoidDisrupted: false, via: [], cut: [], year: null };
