import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Code and markup without comments, styles and imports. */
const read = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

/** What browsers lack, and errors for those who write pages. */
const KEPT = ['src/i18n/formats.ts', 'src/i18n/punctuation.ts'];
// A share of a box (`width:{…}%`) is for the browser, not for readers.
const UNIT = /\}(?:[ \u00a0]?(?:mm|km|мм|км|t|ha|EUR)\b|[ \u00a0]%|°)/;

const sources = ['src/app', 'src/embed', 'src/pages', 'src/svg', 'src/map', 'src/overlay', 'src/i18n']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('dictionaries/'));

/**
 * Brackets round, and commas, semicolons, colons, stops and dots between what is filled in, and a plus before it; in templates of strings and in markup. A dot beside
 * Persian digits reads as a nought.
 */
const PUNCTUATION =
  /\.join\('(?:[,;]| ·) '\)|\}(?:[,;]| ·) \$\{|\{\/if\}[,;] |\}[,;] \{(?:tr|get)|`\+\$\{|[>}] ·|· [<{]|\}: (?:\$\{(?:tr\.|format|get)|<(?:strong|bdi))|\)\}\.(?:\s|$)|[>}]\(\{/;

it('no bracket, comma, semicolon, colon, stop, dot or plus stands between values in the code: they are the language’s own', () => {
  const found = sources
    .filter((path) => !KEPT.includes(path) && !path.startsWith('src/overlay/'))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => PUNCTUATION.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

it('no number in the code has a unit of its own: that is left to the formatters', () => {
  const found = sources.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => UNIT.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
