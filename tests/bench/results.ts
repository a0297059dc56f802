import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'tests/bench/RESULTS.md';
const HEAD = '# Measured times\n\nCompare ratios within one run, not times of two machines.\n';

/** Puts a section into the results in place of the one of the same heading; the other sections stay, and the head if none is given. */
export function writeSection(heading: string, markdown: string, newHead?: string): void {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const [oldHead = HEAD, ...sections] = text.split(/^(?=## )/m);
  const head = newHead ?? oldHead;
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
