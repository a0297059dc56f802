/** Larger networks, made of ours: folders of the form of `geo/`, the same each time, to be built and opened like it. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { LinkFeature, Position } from '../../../src/core/dataset/model.ts';

/** How many times our nodes and lines, each copy a little off the one before; or one, with a vertex each so many metres of its railways. */
export type Network = { copies: number } | { metres: number };

/** Degrees that the farthest of a hundred copies is off: so they stay in their countries, as good as all of them. */
const OFF = 0.2;
/** What leads from each copy to the next: lines between the same junction of both. */
const BRIDGES = 3;
const KM_PER_DEGREE = 111.195;

interface NodesFile {
  features: { properties: { id: string; name: string; rank: number; kind: string }; geometry: { coordinates: Position } }[];
}
interface LineFile {
  id: string;
  points: [number, number, string][];
  overrides?: { from: string; to: string }[];
}

/** Writes the folder of a network. What stands there is overwritten. */
export function writeNetwork(dir: string, network: Network): void {
  rmSync(dir, { recursive: true, force: true });
  for (const part of ['config', 'network', 'context', 'stories', 'sources.json', 'licences.json']) {
    if (existsSync(join('geo', part))) cpSync(join('geo', part), join(dir, part), { recursive: true });
  }
  if ('metres' in network) writeTracks(join(dir, 'network', 'tracks'), network.metres / 1000);
  else for (let n = 1; n < network.copies; n += 1) writeCopy(dir, n);
}

/** Positions on a spiral, so that no two copies lie on each other and none far off. */
function findShift(n: number): Position {
  const [angle, far] = [n * 2.4, OFF * Math.sqrt(n / 100)];
  return [Math.cos(angle) * far, Math.sin(angle) * far];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const listFiles = (dir: string): string[] => readdirSync(dir).filter((name) => !name.startsWith('copy-'));

function writeCopy(dir: string, n: number): void {
  const [dx, dy] = findShift(n);
  const move = ([lon, lat]: Position): Position => [round(lon + dx), round(lat + dy)];
  const nodes = listFiles('geo/network/nodes').flatMap(
    (file) => (readJson(join('geo/network/nodes', file)) as NodesFile).features,
  );
  const features = nodes.map(({ properties, geometry, ...rest }) => ({
    ...rest,
    properties: { ...properties, id: `${properties.id}-${n}`, name: `${properties.name} ${n}` },
    geometry: { ...geometry, coordinates: move(geometry.coordinates) },
  }));
  write(join(dir, 'network/nodes', `copy-${n}.geojson`), { type: 'FeatureCollection', features });
  for (const file of listFiles('geo/network/lines')) {
    const line = readJson(join('geo/network/lines', file)) as LineFile;
    const rename = (label: string): string => (label.startsWith('node:') ? `${label}-${n}` : label);
    write(join(dir, 'network/lines', `copy-${n}-${file}`), {
      ...line,
      id: `${line.id}-${n}`,
      overrides: (line.overrides ?? []).map((one) => ({ ...one, from: `${one.from}-${n}`, to: `${one.to}-${n}` })),
      points: line.points.map(([lon, lat, label]) => [...move([lon, lat]), rename(label)]),
    });
  }
  const before = (id: string): string => (n === 1 ? id : `${id}-${n - 1}`);
  const junctions = nodes.filter(({ properties }) => properties.rank === 1 && properties.kind === 'junction').slice(0, BRIDGES);
  for (const { properties } of junctions) {
    const ends = [before(properties.id), `${properties.id}-${n}`].map((id) => [0, 0, `node:${id}`]);
    const about = { mode: 'rail', gaugeMm: 1520, status: 'open', fidelity: 'towns', sources: ['unverified'] };
    write(join(dir, 'network/lines', `copy-${n}-to-${properties.id}.json`), {
      id: `to-${properties.id}-${n}`,
      ...about,
      points: ends,
    });
  }
  writeNames(join(dir, 'config/names'), new Set(nodes.map(({ properties }) => properties.id)), n);
}

/** Names in each language, as many as ours have: search, lists and labels are to have as much to do. */
function writeNames(dir: string, ids: ReadonlySet<string>, n: number): void {
  for (const file of listFiles('geo/config/names')) {
    const text = readFileSync(join('geo/config/names', file), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const rows = data.flatMap(({ place = '', at = '', also = '', ...names }) => {
      if (!ids.has(place)) return [];
      const named = Object.entries(names).map(([lang, name]) => [lang, name && `${name} ${n}`]);
      return [{ place: `${place}-${n}`, at, ...Object.fromEntries(named), also }];
    });
    if (rows.length > 0) writeFileSync(join(dir, `copy-${n}-${file}`), `${Papa.unparse(rows)}\n`);
  }
}

/** Tracks of our railways as published, with a vertex each so many kilometres, which sway as track does: thinning out has work. */
function writeTracks(dir: string, step: number): void {
  const links = (readJson('static/data/links.geojson') as { features: LinkFeature[] }).features;
  for (const { geometry, properties } of links.filter(({ properties }) => properties.mode === 'rail')) {
    const coordinates = densify(geometry.coordinates, step);
    const about = { asOf: '2026-01-01', source: 'osm', licence: 'ODbL-1.0', credit: '© OpenStreetMap contributors', ways: [] };
    write(join(dir, `${properties.id}.geojson`), {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { link: properties.id, km: properties.drawnKm, ...about },
    });
  }
}

/** Kilometres that track sways to each side, and over which it does. */
const SWAYS = [
  { km: 0.02, over: 0.9 },
  { km: 0.012, over: 0.31 },
];

function densify(line: readonly Position[], step: number): Position[] {
  let gone = 0;
  const inner = line.slice(1).flatMap((to, i): Position[] => {
    const from = line[i] ?? to;
    const kx = KM_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180);
    const [x, y] = [(to[0] - from[0]) * kx, (to[1] - from[1]) * KM_PER_DEGREE];
    const long = Math.hypot(x, y);
    const count = Math.max(1, Math.round(long / step));
    return Array.from({ length: count }, (_, k): Position => {
      const share = (k + 1) / count;
      gone += long / count;
      const aside = SWAYS.reduce((sum, { km, over }) => sum + km * Math.sin((gone / over) * 2 * Math.PI), 0);
      const [nx, ny] = long === 0 ? [0, 0] : [-y / long / kx, x / long / KM_PER_DEGREE];
      return [round(from[0] + (to[0] - from[0]) * share + nx * aside), round(from[1] + (to[1] - from[1]) * share + ny * aside)];
    });
  });
  return [line[0]!, ...inner.slice(0, -1), line.at(-1)!];
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function write(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
