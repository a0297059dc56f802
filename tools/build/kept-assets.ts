/** Which files of programs, style sheets and fonts the page is made of: those of its first view and panels, and the rest. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'assets';
/** Parts of the page that are fetched when they are needed, and that every reader needs. */
const PARTS_OF_ALL = [
  ...['MapCanvas', 'components', 'maplibre-worker', 'event-overlay', 'signing-overlay', 'event-marks', 'relief', 'online'],
  ...['share-link', 'coordinates', 'country-lookup', 'sheet', 'ImportedRoutePage', 'RouteEditor', 'path-worker'],
];
/** Libraries for files of formats that few have, see vite.config.ts: they are not kept at all. */
const RARE = /^(?:rare-.*|.*\.wasm)$/;
const TEXT = /\.(?:js|css|html)$/;
const NAME = /[\w.-]+\.(?:js|css|woff2|wasm)/g;
/** A script that another one cannot do without; one that it may fetch stands in brackets. */
const IMPORTED = /\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g;

/** Name without its digest. */
const getStem = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/, '');

interface KeptAssets {
  first: string[];
  later: string[];
}

/** All that a list leads to, step by step. */
function follow(roots: readonly string[], lead: (name: string) => readonly string[]): Set<string> {
  const found = new Set(roots);
  for (const name of found) for (const next of lead(name)) found.add(next);
  return found;
}

/**
 * Paths of a build below `assets/` that its document leads to; pages of embeds and stories have others.
 *
 * @param document its name
 */
export function listKeptAssets(dist: string, document: string): KeptAssets {
  const folder = join(dist, FOLDER);
  const names = new Set(
    existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.gz') && !RARE.test(name)) : [],
  );
  const read = (name: string): string => (TEXT.test(name) ? readFileSync(join(folder, name), 'utf8') : '');
  const known = (found: readonly string[]): string[] => found.filter((name) => names.has(name));
  const roots = known(readFileSync(join(dist, document), 'utf8').match(NAME) ?? []);
  const all = follow(roots, (name) => known(read(name).match(NAME) ?? []));
  const parts = [...all].filter((name) => PARTS_OF_ALL.includes(getStem(name).split('.')[0] ?? ''));
  const first = follow([...roots, ...parts], (name) =>
    known([...read(name).matchAll(IMPORTED)].map(([, imported = '']) => imported)),
  );
  // A script's style sheet has its name.
  const stems = new Set([...first].map((name) => getStem(name).replace(/\.js$/, '.css')));
  for (const name of all) if (stems.has(getStem(name))) first.add(name);
  const locate = (name: string): string => `${FOLDER}/${name}`;
  return { first: [...first].map(locate), later: [...all].filter((name) => !first.has(name)).map(locate) };
}
