/** Ten and a hundred times our links, and our railways at the density of track: build, first load and path search of each. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { readAtlas } from '../../../tools/build/read-atlas.ts';
import { findChromium } from '../../../tools/dev/chromium.ts';
import { findServedPlaces } from '../../../src/core/routing/best-paths.ts';
import { findPaths, readPathRequest } from '../../../src/core/routing/find-paths.ts';
import { type Measured, quantile, type Row } from '../bench.ts';
import { SUBJECTS, type Visit, visit } from '../browser.ts';
import { launch } from '../embed-weight.ts';
import { closePlace } from './close-place.ts';
import { type Network, writeNetwork } from './networks.ts';
import { serveWith } from './serve-with.ts';

export const name = 'Scale: networks of ten and a hundred times the links, and at the density of track';
export const about = [
  'Made by `tests/bench/scale/networks.ts`: copies of all nodes and lines, each a little off and joined to the one before at three',
  'junctions, with as many names; routes and corridors are ours. Dense: a vertex each 50 m of railway, which sways as track does. Built as a',
  'draft, as copies have coasts and borders of their own; processor time and memory at its peak are those of the build alone. Pages: the same',
  'program with the data of each network, three rounds of all alternately, medians; ratios to our network. Paths: up to four of what is',
  'open by length, between random places, on the main thread of Node, medians of sixty pairs. Closure: a click on “What if it is closed?” in a',
  'page without a map, until all routes are answered for; a turn is the time between two of a timer of the page that asks for one every 10 ms.',
].join('\n');

const NETWORKS: readonly { label: string; network: Network }[] = [
  { label: '× 1', network: { copies: 1 } },
  { label: '× 10', network: { copies: 10 } },
  { label: '× 100', network: { copies: 100 } },
  { label: 'dense', network: { metres: 50 } },
];
const ROUNDS = 3;
const PAIRS = 60;
const DIR = '.cache/scale';
/** Says at its end what a process took. */
const METER =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime}=process.resourceUsage();console.error(`USAGE ${maxRSS} ${userCPUTime}`)})';

interface Built {
  label: string;
  data: string;
  seconds: number;
  megabytes: number;
}

function build(label: string, network: Network): Built {
  const id = label.replace('× ', 'x');
  const [from, data] = [join(DIR, id), join(DIR, `data-${id}`)];
  writeNetwork(from, network);
  const args = ['--import', 'tsx', '--import', METER, 'geo/build.ts', '--draft', '--from', from, '--to', data];
  const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const [, kilobytes, microseconds] = /USAGE (\d+) (\d+)/.exec(stderr) ?? [];
  if (status !== 0 || !kilobytes) throw new Error(`The build of ${label} failed: ${stderr.slice(-2000)}`);
  return { label, data, seconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1e3 };
}

/** The same pairs of places each time. */
async function measurePaths(data: string): Promise<number[]> {
  const atlas = await readAtlas(`${data}/`);
  const places = [...findServedPlaces(atlas)].sort();
  let seed = 20_240_704;
  const next = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return places[Math.floor((seed / 2 ** 31) * places.length)] ?? '';
  };
  const base = { avoidCountries: [], avoidModes: [], avoidDisrupted: false, via: [], cut: [], year: null };
  return Array.from({ length: PAIRS }, () => {
    const request = readPathRequest({ ...base, from: next(), to: next(), by: 'length', openOnly: true });
    const start = performance.now();
    findPaths(atlas, request);
    return performance.now() - start;
  });
}

async function measurePages(built: readonly Built[]): Promise<Map<string, Visit[]>> {
  const visits = new Map<string, Visit[]>(built.map(({ label }) => [label, []]));
  const browser: Browser = await launch(findChromium());
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { label, data } of built) {
        const site = await serveWith(data);
        const one = await visit(browser, site, SUBJECTS.app);
        await site.close();
        // The first round warms browser and graphics up.
        if (round > 0) visits.get(label)?.push(one);
      }
    }
  } finally {
    await browser.close();
  }
  return visits;
}

async function measureClosing(built: readonly Built[]): Promise<Row[]> {
  const browser: Browser = await launch(findChromium());
  const rows: Row[] = [];
  try {
    for (const { label, data } of built) {
      const { routes, seconds, longest } = await closePlace(browser, data);
      rows.push({
        network: label,
        'routes through the place': routes,
        'closure, answer after s': seconds.toFixed(1),
        'longest turn of the page ms': longest.toFixed(0),
      });
    }
  } finally {
    await browser.close();
  }
  return rows;
}

interface LinksFile {
  features: { properties: { vertices: number } }[];
}

export async function run(): Promise<Measured> {
  const built = NETWORKS.map(({ label, network }) => build(label, network));
  const sizes = built.map(({ label, data, seconds, megabytes }): Row => {
    const { features } = JSON.parse(readFileSync(join(data, 'links.geojson'), 'utf8')) as LinksFile;
    return {
      network: label,
      links: features.length,
      vertices: features.reduce((sum, { properties }) => sum + properties.vertices, 0),
      'CPU of build s': seconds.toFixed(0),
      'memory MB': megabytes.toFixed(0),
      'links.geojson MB': (statSync(join(data, 'links.geojson')).size / 1e6).toFixed(1),
      'first.json kB, packed': (gzipSync(readFileSync(join(data, 'first.json'))).length / 1000).toFixed(0),
    };
  });
  const visits = await measurePages(built);
  const median = (label: string, of: (one: Visit) => number): number => quantile((visits.get(label) ?? []).map(of), 0.5);
  const compare = (label: string, of: (one: Visit) => number): string => (median(label, of) / median('× 1', of)).toFixed(2);
  const pages = built.map(({ label }): Row => ({
    network: label,
    'live ms': median(label, ({ live }) => live).toFixed(0),
    'live, ratio (≤ 1.2)': compare(label, ({ live }) => live),
    'CPU of page, ratio': compare(label, ({ cpu }) => cpu.main),
    'of workers, ratio': compare(label, ({ cpu }) => cpu.workers),
    'bytes, ratio (≤ 1.2)': compare(label, ({ bytes }) => bytes),
    'memory, ratio (≤ 1.5)': compare(label, ({ heapMB }) => heapMB),
  }));
  const paths: Row[] = [];
  for (const { label, data } of built) {
    const times = await measurePaths(data);
    const [middle, most] = [quantile(times, 0.5), quantile(times, 0.95)];
    paths.push({ network: label, 'path, median ms': middle.toFixed(1), 'p95 ms': most.toFixed(1) });
  }
  return { tables: [sizes, pages, paths, await measureClosing(built)], issues: [] };
}
