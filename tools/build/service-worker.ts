import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';

/** The document that the service worker opens. */
const DOCUMENT = 'index.html';
/** Data for other programs, which the page reads only when asked to. */
const NOT_KEPT = new Set(['data/routes.geojson']);

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** Files of a build that the service worker keeps: the document first, then hashed files, icons and data. */
function keptFiles(dist: string): string[] {
  const below = (folder: string) => readdirSync(join(dist, folder), { recursive: true, withFileTypes: true });
  const files = ['assets', 'data'].flatMap((folder) =>
    below(folder)
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length).replaceAll('\\', '/')),
  );
  const icons = readdirSync(dist).filter((name) => name.endsWith('.svg'));
  return [DOCUMENT, ...[...files, ...icons].filter((name) => !NOT_KEPT.has(name) && !name.endsWith('.gz')).sort()];
}

/** Writes `sw.js` for what a folder holds now: its list of files with their embed data, and the program that keeps them. */
export async function writeServiceWorker(dist: string): Promise<void> {
  const files = keptFiles(dist).map((path) => [path, sha256(readFileSync(join(dist, path)))]);
  const version = sha256(JSON.stringify(files)).slice(0, 16);
  const { code } = await transformWithOxc(readFileSync('src/entries/service-worker.ts', 'utf8'), 'sw.ts', { sourcemap: false });
  writeFileSync(join(dist, 'sw.js'), `self.atlas = ${JSON.stringify({ version, files })};\n${code}`);
}
