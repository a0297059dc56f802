import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Code and markup without comments, styles and imports. */
const read = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

// A share of a box (`width:{…}%`) is for the browser, not for readers.
const UNIT = /\}(?:[ \u00a0]?(?:mm|km|мм|км|t|ha|EUR)\b|[ \u00a0]%|°)/;

it('no number in the code has a unit of its own: that is left to the formatters', () => {
  const files = ['src/app', 'src/embed', 'src/pages', 'src/svg', 'src/map', 'src/overlay', 'src/i18n']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('dictionaries/'));
  const found = files.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => UNIT.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
