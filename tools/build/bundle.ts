/**
 * `npm run bundle`, up to its last step: puts the site together of the programs, of what stands in `static` and of the dataset, and
 * writes the pages that the programs start from.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeEmbedPages } from './embed/pages.ts';
import { writeExamples } from './examples.ts';
import { writeFirst } from './first-page.ts';
import { Pictures } from './pictures.ts';
import { getPrograms } from './programs.ts';
import { readBuilt } from './read-atlas.ts';
import { DATA, DIST } from './site.ts';

const STATIC = 'static';

if (!existsSync(join(DATA, 'manifest.json'))) {
  throw new Error(`There is no dataset in ${DATA}: run "npm run data" with the same ATLAS_TO first.`);
}
const programs = await getPrograms();
mkdirSync(DIST, { recursive: true });
// With the files by which `tools/dev/freshness.ts` knows a whole build.
for (const name of readdirSync(DIST)) rmSync(join(DIST, name), { recursive: true });
cpSync(STATIC, DIST, { recursive: true, filter: (path) => path !== join(STATIC, 'data') });
cpSync(DATA, join(DIST, 'data'), { recursive: true });
cpSync(programs, DIST, { recursive: true });
const built = await readBuilt();
await writeFirst(DIST, new Pictures(built));
await writeEmbedPages(built);
writeExamples();
