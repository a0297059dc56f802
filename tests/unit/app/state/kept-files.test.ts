import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { keptFile, listKept, takeKeptFiles } from '../../../../src/app/state/kept-files.ts';
import { ImportedRoutes } from '../../../../src/app/import/imported-routes.svelte.ts';
import type { ImportDependencies } from '../../../../src/app/import/dependencies.ts';
import { convert } from '../../../../src/core/import/convert.ts';

const TEXT = '{"type": "LineString", "coordinates": [[49, 40], [45, 41]]}';

/** A page whose code is gone until it is loaded again. */
function openPage(isGone: () => boolean): ImportedRoutes {
  const dependencies: ImportDependencies = {
    convert: ({ source, repair }) =>
      isGone()
        ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
        : convert(source, { repair, loadLookup: () => Promise.resolve(null) }),
    fetch: () => Promise.reject(new Error('not asked')),
    store: {
      all: () => Promise.resolve([]),
      put: () => Promise.resolve(),
      remove: () => Promise.resolve(),
      listen: () => () => {},
    },
    now: () => 0,
  };
  return new ImportedRoutes(dependencies);
}
const createFile = (name: string, text: string): File => new File([text], name);

describe('files that the page could not read for want of its code', () => {
  it('are read after it is loaded again, those behind the first one, too', async () => {
    const before = openPage(() => true);
    await expect(before.addText('Pasted', TEXT)).rejects.toThrow(TypeError);
    const files = [createFile('a.shp', '-'), createFile('a.dbf', '-'), createFile('b.geojson', TEXT)];
    await expect(before.addFiles(files)).rejects.toThrow(TypeError);
    const kept = structuredClone(await takeKeptFiles(before.unread));
    expect(kept.every((file) => v.is(keptFile, file))).toBe(true);
    expect(kept.map(({ name, siblings }) => [name, [...(siblings?.keys() ?? [])]])).toEqual([
      ['Pasted', []],
      ['a.shp', ['dbf']],
      ['b.geojson', []],
    ]);
    const after = openPage(() => false);
    await after.addAll(listKept(kept));
    expect(after.reports.map(({ name, added }) => [name, added.length])).toEqual([
      ['Pasted', 1],
      ['a.shp', 0],
      // The same line is the same route.
      ['b.geojson', 1],
    ]);
    expect(after.unread).toEqual([]);
  });

  it('are asked for once more where there is no room for them', async () => {
    const before = openPage(() => true);
    await expect(
      before.addFiles([createFile('large.wkt', '-'.repeat(3e6)), createFile('small.geojson', TEXT)]),
    ).rejects.toThrow();
    const after = openPage(() => false);
    await after.addAll(listKept(await takeKeptFiles(before.unread)));
    expect(after.reports.map(({ name, issues }) => [name, issues.map(({ code }) => code)])).toEqual([
      ['large.wkt', ['not-kept']],
      ['small.geojson', []],
    ]);
  });

  it('are read with the next ones where the code has come back', async () => {
    let isGone = true;
    const page = openPage(() => isGone);
    await expect(page.addText('First', TEXT)).rejects.toThrow();
    await expect(page.addText('Second', TEXT)).rejects.toThrow();
    isGone = false;
    await page.addText('Third', TEXT);
    expect([page.unread, page.reports.map(({ name }) => name)]).toEqual([[], ['First', 'Second', 'Third']]);
  });
});
