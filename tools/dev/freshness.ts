import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Newest change below a file or folder, in milliseconds since 1970; 0 where there is none. */
function findNewest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}

/** True where a file is missing, or older than what it is made of. */
const isStale = (product: string, sources: readonly string[]): boolean =>
  !existsSync(product) || statSync(product).mtimeMs < Math.max(...sources.map(findNewest));

const DATA_SOURCES = ['geo', 'src/core', 'src/i18n', 'package-lock.json'];
const BUNDLE_SOURCES = [
  'src',
  'static',
  'tools',
  'vite.config.ts',
  'vite.add-corridors.config.ts',
  'vite.frame-story.config.ts',
  'package-lock.json',
];

export type Step = 'data' | 'bundle' | 'pages';

/**
 * The first step of a build that has to be made again, or null. Each is judged by the file that it writes last, so that an
 * interrupted one is not taken for a whole one: data by its manifest, a bundle by the service worker, pages by the site map, after
 * which the service worker is written once more.
 *
 * @param root folder of the repository
 * @param last the last step that is looked at
 */
export function findStaleStep(root = '.', last: Step = 'pages'): Step | null {
  const at = (path: string): string => join(root, path);
  const [worker, siteMap, index] = [at('dist/sw.js'), at('dist/sitemap.xml'), at('dist/index.html')];
  if (isStale(at('static/data/manifest.json'), DATA_SOURCES.map(at))) return 'data';
  if (last === 'data') return null;
  if (isStale(index, BUNDLE_SOURCES.map(at)) || !existsSync(worker)) return 'bundle';
  if (last === 'bundle') return null;
  if (isStale(siteMap, [index, at('tools/build'), at('src/pages')]) || isStale(worker, [siteMap])) return 'pages';
  return null;
}
