import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { packFile } from './pack.ts';

const SOURCE = 'src/entries/service-worker.ts';
/** The document that the service worker opens. */
const DOCUMENT = 'index.html';
/** Data for other programs, which the page reads only when asked to. */
const NOT_KEPT = new Set(['data/routes.geojson']);
/** Libraries for files of formats that few have, see vite.config.ts. */
const RARE = /^assets\/(?:rare-.*|.*\.wasm)$/;

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** Files of a build that the service worker keeps: the document first, then hashed files, icons and data. */
function listKeptFiles(dist: string): string[] {
  const below = (folder: string) => readdirSync(join(dist, folder), { recursive: true, withFileTypes: true });
  const files = ['assets', 'data'].flatMap((folder) =>
    below(folder)
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length).replaceAll('\\', '/')),
  );
  const icons = readdirSync(dist).filter((name) => name.endsWith('.svg'));
  return [
    DOCUMENT,
    ...[...files, ...icons].filter((name) => !NOT_KEPT.has(name) && !RARE.test(name) && !name.endsWith('.gz')).sort(),
  ];
}

/**
 * Writes `sw.js` for what a folder holds now: its list of files with their digests, and the program that keeps them. Its packed copy
 * comes first, as the file itself is the sign that a build is whole.
 */
export async function writeServiceWorker(dist: string): Promise<void> {
  const files = listKeptFiles(dist).map((path) => [path, sha256(readFileSync(join(dist, path)))]);
  const version = sha256(JSON.stringify(files)).slice(0, 16);
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'sw.ts', { sourcemap: false });
  const text = `self.atlas = ${JSON.stringify({ version, files })};\n${code}`;
  const file = join(dist, 'sw.js');
  packFile(file, text);
  writeFileSync(file, text);
}
