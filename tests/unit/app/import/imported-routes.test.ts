import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { convert } from '../../../../src/core/import/convert.ts';
import type { Locate } from '../../../../src/core/import/routes/country-shares.ts';
import { writeLink } from '../../../../src/core/import/routes/share-link.ts';
import type { StoredRecord } from '../../../../src/core/import/routes/stored-route.ts';
import type { ImportDependencies } from '../../../../src/app/import/dependencies.ts';
import { ImportedRoutes } from '../../../../src/app/import/imported-routes.svelte.ts';

const fixture = (path: string) => readFileSync(`tests/fixtures/import/${path}`, 'utf8');

/** A page with storage that may refuse. */
function page(
  refuses: string | null = null,
  records = new Map<string, unknown>(),
  loadLookup: () => Promise<Locate | null> = () => Promise.resolve(null),
) {
  const refuse = () => (refuses ? Promise.reject(new DOMException('no', refuses)) : Promise.resolve());
  let clock = 0;
  const dependencies: ImportDependencies = {
    convert: ({ source, repair, known }, { signal }) =>
      signal.aborted ? Promise.reject(signal.reason as Error) : convert(source, { repair, known, loadLookup }),
    fetch: () => Promise.reject(new Error('not asked')),
    store: {
      all: async () => {
        await refuse();
        return [...records].map(([key, value]): StoredRecord => ({ key, value }));
      },
      put: async (row) => {
        await refuse();
        records.set(row.id, row);
      },
      remove: async (key) => {
        await refuse();
        records.delete(key);
      },
      listen: () => () => {},
    },
    now: () => ++clock * 1000,
  };
  return { imports: new ImportedRoutes(dependencies), records };
}
const untilRestored = (imports: ImportedRoutes, count: number) => vi.waitFor(() => expect(imports.routes.length).toBe(count));

describe('the reader’s own routes', () => {
  it('are added with a report, saved, and there again on the next visit under the same ids', async () => {
    const { imports, records } = page();
    await imports.addText('many.geojson', fixture('bad/many-faults.geojson'));
    expect(imports.reports[0]).toMatchObject({ name: 'many.geojson', added: [`import-${imports.routes[0]!.id}`] });
    expect(imports.reports[0]!.issues.length).toBe(4);
    await imports.addText('b', fixture('good/several.wkt'));
    await imports.rename(`import-${imports.routes[0]!.id}`, 'Another name');
    const later = page(null, records).imports;
    later.start();
    await untilRestored(later, imports.routes.length);
    expect(later.routes.map(({ id, name, drawnKm }) => [id, name, drawnKm])).toEqual(
      imports.routes.map(({ id, name, drawnKm }) => [id, name, drawnKm]),
    );
  });

  it('that are added while those of an earlier visit are read are not lost', async () => {
    const { imports, records } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    const later = page(null, records).imports;
    later.start();
    await later.addText('b', fixture('good/line.wkt'));
    await untilRestored(later, 2);
    expect(records.size).toBe(2);
  });

  it('know their countries on the next visit without looking them up', async () => {
    const { imports, records } = page(null, new Map(), () => Promise.resolve(() => 'AZ'));
    await imports.addText('a', fixture('good/plain.geojson'));
    const loadLookup = vi.fn(() => Promise.resolve(() => 'XX'));
    const later = page(null, records, loadLookup).imports;
    later.start();
    await untilRestored(later, 1);
    expect(later.routes[0]?.countries?.map(({ code }) => code)).toEqual(['AZ']);
    expect(loadLookup).not.toHaveBeenCalled();
  });

  it('that were edited do not keep the times of their former points', async () => {
    const { imports } = page();
    const line = {
      type: 'LineString',
      coordinates: [
        [49, 40],
        [44, 41],
      ],
    };
    const properties = { name: 'N', coordinateProperties: { times: ['2026-01-01', '2026-01-02'] } };
    await imports.addText('a', JSON.stringify({ type: 'Feature', properties, geometry: line }));
    imports.edit({ id: `import-${imports.routes[0]!.id}`, name: 'N', line: imports.routes[0]!.line[0]! });
    await imports.finish(
      [
        [49, 40],
        [47, 40.5],
        [44, 41],
      ],
      'N',
    );
    expect(imports.routes[0]!.source).not.toContain('coordinateProperties');
  });

  it('stay as they are when a file is refused', async () => {
    const { imports } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    const before = imports.routes;
    await imports.addText('b', fixture('bad/truncated.geojson'));
    expect(imports.routes).toEqual(before);
    expect(imports.reports[1]!.issues[0]!.code).toBe('bad-json');
  });

  it.each([
    ['SecurityError', 'denied'],
    ['QuotaExceededError', 'full'],
  ])('work in memory where storage answers %s, and the page knows why', async (name, why) => {
    const { imports } = page(name);
    await imports.addText('a', fixture('good/plain.geojson'));
    expect(imports.routes.length).toBe(1);
    expect(imports.unsaved).toBe(why);
  });

  it('lose nothing to damaged records: those are kept and told of, the others load', async () => {
    const { imports, records } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    records.set('bad1', 'x').set('bad2', { v: 1, id: 'bad2', name: 'N', source: '{', added: 1 });
    records.set('badbad3', { v: 1, id: 'badbad3', name: 'N', source: '{"type":"Feature"', added: 1 });
    const later = page(null, records).imports;
    later.start();
    await untilRestored(later, 1);
    expect(later.broken.map(({ key }) => key).sort()).toEqual(['bad1', 'bad2', 'badbad3']);
    expect(records.size).toBe(4);
  });

  it('come with a link under their ids, unsaved until kept; can be removed and had back', async () => {
    const { imports } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    const { imports: other, records } = page();
    await other.openLink(writeLink(imports.routes)!);
    expect(other.routes[0]).toMatchObject({ id: imports.routes[0]!.id, name: 'Good', linked: true });
    expect(records.size).toBe(0);
    const key = `import-${other.routes[0]!.id}`;
    await other.keep(key);
    expect(records.size).toBe(1);
    await other.remove(key);
    expect([other.routes.length, records.size]).toEqual([0, 0]);
    await other.undo();
    expect([other.routes.length, records.size]).toEqual([1, 1]);
  });

  it('are drawn and edited; an edited one keeps its id and what its file said', async () => {
    const { imports } = page();
    await imports.addText(
      'a',
      '{"type":"Feature","properties":{"name":"N","operator":"X"},"geometry":{"type":"LineString","coordinates":[[49,40],[44,41]]}}',
    );
    const key = `import-${imports.routes[0]!.id}`;
    imports.edit({ id: key, name: 'N', line: imports.routes[0]!.line[0]! });
    expect(
      await imports.finish(
        [
          [49, 40],
          [47, 40.5],
          [44, 41],
        ],
        'M',
      ),
    ).toBe(key);
    expect(imports.routes.length).toBe(1);
    expect(imports.routes[0]).toMatchObject({ name: 'M', vertices: 3 });
    expect(imports.routes[0]!.source).toContain('"operator":"X"');
  });
});
