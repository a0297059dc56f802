/**
 * The programs of the site and the pages that they run in. They know no place by name, and so are built anew only if their sources
 * changed, not with each change of the data, and once for all atlases.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InlineConfig } from 'vite';
import { keepBuilt } from './keep-built.ts';

const FOLDER = '.cache/programs';
/** What a page of ours names in `static`, Vite looks for. */
const STATIC = 'static';
const listSources = (): string[] => [
  'src',
  'tools',
  ...readdirSync(STATIC).flatMap((name) => (name === 'data' ? [] : `${STATIC}/${name}`)),
  ...readdirSync('.').filter((name) =>
    /^(?:(?:vite|svelte)\.(?:.*\.)?config\.[jt]s|tsconfig.*\.json|package(?:-lock)?\.json)$/.test(name),
  ),
];

/** The app; the embed page, its element and stories, see `vite.config.ts`; the module for maps of others; stories in frames. */
const BUILDS: readonly InlineConfig[] = [
  {},
  { mode: 'embed' },
  { configFile: 'vite.add-corridors.config.ts' },
  { configFile: 'vite.frame-story.config.ts' },
];

async function buildPrograms(to: string): Promise<void> {
  // It takes a second to load, and mostly nothing is to be built.
  const { build } = await import('vite');
  // As `vite build` does where nothing else is said: a test that builds says otherwise to all that it starts.
  process.env.NODE_ENV = 'production';
  for (const config of BUILDS)
    await build({ ...config, build: { outDir: resolve(to), emptyOutDir: false, copyPublicDir: false } });
}

/** The folder of the built programs. */
export const getPrograms = (): Promise<string> => keepBuilt({ folder: FOLDER, sources: listSources(), make: buildPrograms });
