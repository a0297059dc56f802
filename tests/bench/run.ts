/**
 * `npm run bench [-- NAME …]`: runs every `*.bench.ts` beside this file and in `scale`, or those whose file name has one of the given words,
 * prints their tables and writes them to `RESULTS.md`; what did not run stands there as before.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Bench, tableOf } from './bench.ts';
import { writeSection } from './results.ts';

const here = new URL('./', import.meta.url);
const wanted = process.argv.slice(2);
const files = [...readdirSync(here), ...readdirSync(new URL('scale/', here)).map((file) => `scale/${file}`)]
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort();
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
const head = `# Measured times\n\nWritten by \`npm run bench\` on ${machine}. Compare ratios within one run, not times of two machines.\n`;
const issues: string[] = [];
for (const file of files) {
  const { name, about, run } = (await import(new URL(file, here).href)) as Bench;
  const measured = await run();
  const { tables, issues: passed } = Array.isArray(measured) ? { tables: [measured], issues: [] } : measured;
  const markdown = [...(about ? [about] : []), ...tables.map(tableOf)].join('\n\n');
  console.log(`## ${name}\n\n${markdown}\n`);
  writeSection(name, markdown, wanted.length === 0 ? head : undefined);
  issues.push(...passed);
}
if (issues.length > 0) {
  console.error(`Too many bytes:\n${issues.join('\n')}`);
  process.exitCode = 1;
}
