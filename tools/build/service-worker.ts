import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, LineString } from 'geojson';
import { transformWithOxc } from 'vite';
import { TILE_MAX_ZOOM, TILE_PATH } from '../../src/core/geo/base-tiles.ts';
import { computeExtent } from '../../src/core/geo/bounding-box.ts';
import type { Position } from '../../src/core/dataset/model.ts';
import { PARTS, TEXT_PARTS } from '../../src/core/dataset/load/load.ts';
import { listKeptAssets } from './kept-assets.ts';
import { packFile } from './pack.ts';

const SOURCE = 'src/entries/service-worker.ts';
/** The document that the service worker opens. */
const DOCUMENT = 'index.html';
/** Data for other programs, which the page reads only when asked to. */
const NOT_KEPT = new Set(['data/routes.geojson', 'data/changes.atom']);
/** Data of the list, the search and the panels. */
const LISTED = new Set(
  ['manifest.json', 'signings.json', 'stories.json', ...Object.values(PARTS).map(({ file }) => file)].map(
    (file) => `data/${file}`,
  ),
);
/** Pages read these in their language, and each keeps its own. */
const TEXTS = new Set(TEXT_PARTS.map((name) => `data/${PARTS[name].file}`));

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** Number of the tile that a place lies in, from the west and from the north. */
const toTile = (lon: number, lat: number): [x: number, y: number] => {
  const turn = (lat * Math.PI) / 180;
  const count = 2 ** TILE_MAX_ZOOM;
  return [Math.floor(((lon + 180) / 360) * count), Math.floor(((1 - Math.asinh(Math.tan(turn)) / Math.PI) / 2) * count)];
};

/** The deepest tiles of the base map that lines lie on: by them each line is seen that a reader turns to. */
function listTiles(dist: string): Set<string> {
  const { features } = JSON.parse(readFileSync(join(dist, 'data/links.geojson'), 'utf8')) as FeatureCollection<LineString>;
  const box = computeExtent(features.flatMap(({ geometry }) => geometry.coordinates as Position[]));
  if (!box) return new Set();
  const [[left, top], [right, bottom]] = [toTile(box[0], box[3]), toTile(box[2], box[1])];
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const wrap = (x: number): number => x % 2 ** TILE_MAX_ZOOM;
  const write = (x: number, y: number): string =>
    `data/${TILE_PATH.replace('{z}', String(TILE_MAX_ZOOM))
      .replace('{x}', String(wrap(x)))
      .replace('{y}', String(y))}`;
  return new Set(range(left, right).flatMap((x) => range(top, bottom).map((y) => write(x, y))));
}

interface KeptFiles {
  /** What every reader needs: the document first, then the program of the page, its icons, and data of lists and panels. */
  files: string[];
  /** What a reader needs who uses it: languages, fonts, tools, files of the map. */
  used: string[];
}

function listKeptFiles(dist: string): KeptFiles {
  const below = (folder: string) =>
    readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length).replaceAll('\\', '/'))
      .filter((path) => !NOT_KEPT.has(path));
  const data = below('data');
  const icons = readdirSync(dist).filter((name) => name.endsWith('.svg'));
  const tiles = listTiles(dist);
  const isFirst = (path: string): boolean => (LISTED.has(path) && !TEXTS.has(path)) || tiles.has(path);
  const { first, later } = listKeptAssets(dist, DOCUMENT);
  return {
    files: [DOCUMENT, ...[...first, ...icons, ...data.filter(isFirst)].sort()],
    used: [...later, ...data.filter((path) => !isFirst(path))].sort(),
  };
}

/**
 * Writes `sw.js` for what a folder holds now: its lists of files with their digests, and the program that keeps them. Its packed copy
 * comes first, as the file itself is the sign that a build is whole.
 */
export async function writeServiceWorker(dist: string): Promise<void> {
  const { files, used } = listKeptFiles(dist);
  const sign = (paths: readonly string[]) => paths.map((path) => [path, sha256(readFileSync(join(dist, path)))]);
  const kept = { files: sign(files), used: sign(used) };
  const version = sha256(JSON.stringify(kept)).slice(0, 16);
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'sw.ts', { sourcemap: false });
  const text = `self.atlas = ${JSON.stringify({ version, ...kept })};\n${code}`;
  const file = join(dist, 'sw.js');
  packFile(file, text);
  writeFileSync(file, text);
}
