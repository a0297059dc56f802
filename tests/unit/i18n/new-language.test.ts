/** A language takes one row, one dictionary and one file of names: tried with a made-up one, in a copy of the program. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const FIXTURE = 'tests/fixtures/language';
/** What the probe says, in the copy. */
interface Said {
  heading: string;
  html: string;
  quay: string;
  fallback: string;
  missing: string;
}

let copy: string;
let said: Said;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'language-'));
  for (const folder of ['src/core', 'src/i18n', 'src/pages', 'src/svg', 'geo', 'tests/fixtures/atlas-mini', 'package.json']) {
    cpSync(folder, join(copy, folder), { recursive: true });
  }
  cpSync('tests/fixtures/mini.ts', join(copy, 'tests/fixtures/mini.ts'));
  cpSync('tools/build', join(copy, 'tools/build'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const rows = join(copy, 'src/core/dataset/enums.ts');
  const row = readFileSync(`${FIXTURE}/row.txt`, 'utf8');
  writeFileSync(rows, readFileSync(rows, 'utf8').replace('\n} as const satisfies', `\n${row}} as const satisfies`));
  cpSync(`${FIXTURE}/dictionary.txt`, join(copy, 'src/i18n/dictionaries/qya.ts'));
  mkdirSync(join(copy, 'tests/fixtures/atlas-mini/config/names'), { recursive: true });
  cpSync(`${FIXTURE}/names.csv`, join(copy, 'tests/fixtures/atlas-mini/config/names/qya.csv'));
  cpSync(`${FIXTURE}/probe.txt`, join(copy, 'probe.ts'));
  said = JSON.parse(execFileSync(resolve('node_modules/.bin/tsx'), ['probe.ts'], { cwd: copy, encoding: 'utf8' })) as Said;
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true }));

it('is offered, written in its direction, and called by its own name in the pages of the others', () => {
  expect(said.heading).toBe('Parma');
  expect(said.html).toMatch(/^<!doctype html>\n<html lang="qya" dir="rtl">/);
  expect(said.html).toContain('property="og:locale" content="qya_ME"');
});

it('has the names of its file, and English texts that are marked as such where it has none', () => {
  expect(said.quay).toBe('Londë');
  expect(said.fallback).toMatch(/<span lang="en" dir="ltr">[^<]+<\/span> <small>\(in English\)<\/small>/);
});

it('is reported with what it lacks, and where', () => {
  expect(said.missing).toMatch(/^qya\s+\d+ of \d+\s+\d+ of \d+$/m);
  expect(said.missing).toMatch(/^qya .*\n {2}\S+\.title$/m);
});

it('no other part of the program lists languages', () => {
  const LISTS = /(?:\b(?:ka|zh|tr)\??:\s*['"`[{(/]|['"](?:ka|zh)['"]\s*[,\]])/;
  const files = ['src', 'geo', 'tools'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.(ts|svelte|mjs)$/.test(name) && !name.includes('node_modules')),
  );
  const found = files.filter((file) => !file.startsWith('src/i18n/dictionaries/') && LISTS.test(readFileSync(file, 'utf8')));
  expect(found).toEqual(['src/core/dataset/enums.ts']);
});
