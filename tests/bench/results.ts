import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'tests/bench/RESULTS.md';
const HEAD = '# Results of `npm run bench`\n\nOne machine, one run: compare ratios, not absolute figures.\n';

/** Puts a section into the results in place of the one of the same heading; the other sections stay. */
export function writeSection(heading: string, markdown: string): void {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const [head = HEAD, ...sections] = text.split(/^(?=## )/m);
  const section = `## ${heading}\n\n${markdown.trim()}\n`;
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`));
  if (at < 0) sections.push(section);
  else sections[at] = section;
  writeFileSync(FILE, `${[head.trimEnd(), ...sections.map((one) => one.trimEnd())].join('\n\n')}\n`);
}

/** A table with a row for each record; columns are those of the first. */
export function table(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))].join(
    '\n',
  );
}
