import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaleStep } from '../../../tools/dev/freshness.ts';

let root: string;
/** A file whose last change was so many seconds after 1970. */
function write(path: string, seconds: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, seconds, seconds);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fresh ä '));
  for (const source of ['geo/a', 'src/core/a', 'src/pages/a', 'static/icon.svg', 'tools/build/a', 'package-lock.json'])
    write(source, 100);
  write('static/data/manifest.json', 200);
  write('dist/index.html', 300);
  write('dist/sitemap.xml', 400);
  write('dist/sw.js', 500);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a build', () => {
  it('is fresh where each step is younger than what it is made of', () => {
    expect(findStaleStep(root)).toBeNull();
  });

  it.each([
    ['data', 'geo/a'],
    ['data', 'src/core/a'],
    ['bundle', 'static/icon.svg'],
    ['bundle', 'src/pages/a'],
  ] as const)('is made again from %s on where %s is younger', (step, source) => {
    write(source, 600);
    expect(findStaleStep(root)).toBe(step);
  });

  it.each([
    ['data', 'static/data/manifest.json'],
    ['bundle', 'dist/index.html'],
    ['bundle', 'dist/sw.js'],
    ['pages', 'dist/sitemap.xml'],
  ] as const)('that was interrupted in %s, before %s was there, is not taken for a whole one', (step, file) => {
    rmSync(join(root, file));
    expect(findStaleStep(root)).toBe(step);
  });

  it('of the data alone is fresh whatever the pages are', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect(findStaleStep(root, 'data')).toBeNull();
  });

  it('that was interrupted after the site map is finished', () => {
    write('dist/sitemap.xml', 501);
    expect(findStaleStep(root)).toBe('pages');
  });
});
