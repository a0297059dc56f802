import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../../src/core/import/convert.ts';
import { convertFile, type Limits, withLimits } from '../../../fixtures/import/convert.ts';
import { ISSUE_CODES } from '../../../../src/core/import/checks/issues.ts';

const folder = 'tests/fixtures/import';
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  'bad' | 'good',
  Record<string, { codes: string[]; routes: number; limits?: Partial<Limits> }>
>;
/** Every figure is a number, every position lies on the map. */
function expectWhole({ routes }: ImportResult): void {
  for (const route of routes) {
    const figures = [
      route.drawnKm,
      route.straightKm,
      route.detour ?? 1,
      route.vertices,
      ...route.extent,
      ...route.start,
      ...route.end,
    ];
    expect(figures.filter((n) => !Number.isFinite(n))).toEqual([]);
    expect(route.drawnKm).toBeGreaterThan(0);
    expect(route.line.length).toBeGreaterThan(0);
    for (const part of route.line) {
      expect(part.length).toBeGreaterThan(1);
      expect(part.filter(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))).toEqual([]);
    }
    expect(route.countries!.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(route.drawnKm, 2);
    expect(() => JSON.parse(route.source) as unknown).not.toThrow();
    expect(route.name).not.toBe('');
  }
}

describe.each(['bad', 'good'] as const)('the corpus of %s files', (kind) => {
  it('is as large as promised, and the table names every file', () => {
    expect(readdirSync(join(folder, kind)).sort()).toEqual(Object.keys(expected[kind]).sort());
    expect(Object.keys(expected[kind]).length).toBeGreaterThanOrEqual(kind === 'bad' ? 80 : 30);
  });

  it.each(Object.entries(expected[kind]))('%s: gives its issues and its routes', async (file, { codes, routes, limits = {} }) => {
    const result = await withLimits(limits, () => convertFile(join(folder, kind, file)));
    expect(result.issues.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(result.routes.length).toBe(routes);
    expectWhole(result);
  });
});

it('has a bad file for every kind of issue that a file can have', () => {
  const told = new Set(Object.values(expected.bad).flatMap(({ codes }) => codes));
  const ways = [
    'bad-address',
    'address-blocked',
    'address-failed',
    'address-status',
    'address-late',
    'bad-link',
    'bad-record',
    'reader-missing',
    'too-large-here',
    'not-kept',
  ];
  // A file of more than 128 MB is not kept here.
  expect(ISSUE_CODES.filter((code) => !told.has(code) && !ways.includes(code))).toEqual(['too-large']);
});

it('names the feature, and where in the file the issue is', async () => {
  const { issues } = await convertFile(join(folder, 'bad/many-faults.geojson'));
  expect(issues.map(({ feature, name, path }) => [feature, name, path])).toEqual([
    [1, 'One', 'features[0].geometry.coordinates'],
    [2, 'One', 'features[1].geometry'],
    [3, 'One', 'features[2].geometry'],
    [4, 'One', 'features[3].geometry.coordinates[0][0]'],
  ]);
  expect((await convertFile(join(folder, 'bad/bad-cells.csv'))).issues[0]).toMatchObject({ line: 3, params: { found: 'x' } });
  expect((await convertFile(join(folder, 'bad/bad-points.gpx'))).issues[0]).toMatchObject({ line: 5, params: { found: 'x' } });
  expect((await convertFile(join(folder, 'bad/truncated.geojson'))).issues[0]).toMatchObject({ line: 1 });
});

it('lets no file reach into what all objects share', async () => {
  for (const file of ['proto', 'proto-deep', 'proto-feature']) await convertFile(join(folder, `bad/${file}.geojson`));
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('the files of geojson-fixtures', () => {
  const data = join(dirname(createRequire(import.meta.url).resolve('geojson-fixtures')), 'data');
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.geojson'));
  it.each(files)('%s: its lines are loaded, what is no line is named', async (file) => {
    const result = await convertFile(join(data, file));
    expectWhole(result);
    if (/linestring/.test(file)) expect(result.issues).toEqual([]);
    expect(result.routes.length + result.issues.filter(({ code }) => code !== 'mixed-geometry').length).toBeGreaterThan(0);
  });
});
