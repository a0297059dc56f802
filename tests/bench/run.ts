/**
 * `npm run bench [-- NAME …]`: runs every `*.bench.ts` beside this file, or those whose file name has one of the given words,
 * prints their tables and, where all ran, writes them to `RESULTS.md`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Bench, tableOf } from './bench.ts';

const here = new URL('./', import.meta.url);
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort();
const sections: string[] = [];
for (const file of files) {
  const { name, run } = (await import(new URL(file, here).href)) as Bench;
  const section = `## ${name}\n\n${tableOf(await run())}\n`;
  console.log(section);
  sections.push(section);
}
if (wanted.length === 0) {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  const head = `# Measured times\n\nWritten by \`npm run bench\` on ${machine}. Compare ratios within one run, not times of two machines.\n`;
  writeFileSync(new URL('RESULTS.md', here), [head, ...sections].join('\n'));
}
