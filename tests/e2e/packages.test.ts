/** What `npm run pack` packs; `tests/hosts` tries it in fresh projects of each framework. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const PACKED = '.cache/packages';
interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | { types: string; default: string }>;
}
const readManifest = (name: string): Manifest => JSON.parse(readFileSync(join(PACKED, name, 'package.json'), 'utf8')) as Manifest;
/** Imports a file in a process of its own, which has no document, and prints what an expression makes of it. */
const importInNode = (file: string, expression: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const it = await import(${JSON.stringify(pathToFileURL(resolve(file)).href)});console.log(${expression})`,
    ],
    { encoding: 'utf8' },
  ).trim();

let packed: string[];
beforeAll(() => {
  packed = execFileSync('npm', ['run', '--silent', 'pack'], { encoding: 'utf8' }).trim().split('\n');
});

describe('the packages', () => {
  it('have the version of the product, and each file that they name', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const name of ['corridor-atlas', 'corridor-atlas-data']) {
      expect(packed).toContain(join(PACKED, `${name}-${version}.tgz`));
      expect(existsSync(join(PACKED, `${name}-${version}.tgz`))).toBe(true);
      const manifest = readManifest(name);
      expect(manifest.version).toBe(version);
      const named = Object.values(manifest.exports).flatMap((one) => (typeof one === 'string' ? [] : [one.types, one.default]));
      for (const file of named) expect(existsSync(join(PACKED, name, file)), file).toBe(true);
      expect(existsSync(join(PACKED, name, 'LICENSE'))).toBe(true);
    }
  });

  it('can be imported where there is no document', () => {
    expect(importInNode(join(PACKED, 'corridor-atlas/corridor-map.js'), 'Object.keys(it).length')).toBe('0');
    expect(importInNode(join(PACKED, 'corridor-atlas/add-corridors.js'), 'typeof it.addCorridors')).toBe('function');
  });

  it('carry a schema that reads their own data', async () => {
    const folder = resolve(PACKED, 'corridor-atlas-data');
    const { routesFile } = (await import(pathToFileURL(join(folder, 'schema/model.js')).href)) as {
      routesFile: { '~standard': { validate(value: unknown): { issues?: unknown[]; value?: { features: unknown[] } } } };
    };
    const { issues, value } = routesFile['~standard'].validate(JSON.parse(readFileSync(join(folder, 'routes.geojson'), 'utf8')));
    expect(issues).toBeUndefined();
    expect(value?.features.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'schema/model.d.ts'), 'utf8')).toContain('RouteFeature');
  });
});
