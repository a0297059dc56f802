import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { convert } from '../../../../src/core/import/convert.ts';
import type { Locate } from '../../../../src/core/import/routes/country-shares.ts';
import { writeLink } from '../../../../src/core/import/routes/share-link.ts';
import type { StoredRecord, StoredRoute } from '../../../../src/core/import/routes/stored-route.ts';
import type { ImportDependencies, RouteStore } from '../../../../src/app/import/dependencies.ts';
import { ImportedRoutes } from '../../../../src/app/import/imported-routes.svelte.ts';

const fixture = (path: string) => readFileSync(`tests/fixtures/import/${path}`, 'utf8');

interface PageOptions {
  /** Name of the error that the storage answers with. */
  refuses?: string | null;
  records?: Map<string, unknown>;
  loadLookup?: () => Promise<Locate | null>;
}

/** A page with storage that may refuse, and is heard through `listeners`. */
function page({
  refuses = null,
  records = new Map<string, unknown>(),
  loadLookup = () => Promise.resolve(null),
}: PageOptions = {}) {
  const storage = { refuses };
  const refuse = () => {
    if (storage.refuses === 'TypeError') throw new TypeError('no storage');
    if (storage.refuses) throw new DOMException('no', storage.refuses);
  };
  const listeners: Parameters<RouteStore['listen']>[0][] = [];
  const put = vi.fn(async (rows: readonly StoredRoute[]) => {
    refuse();
    for (const row of rows) records.set(row.id, row);
  });
  let clock = 0;
  const dependencies: ImportDependencies = {
    convert: ({ source, repair, known }, { signal }) =>
      signal.aborted ? Promise.reject(signal.reason as Error) : convert(source, { repair, known, loadLookup }),
    fetch: () => Promise.reject(new Error('not asked')),
    store: {
      all: async () => {
        refuse();
        return [...records].map(([key, value]): StoredRecord => ({ key, value }));
      },
      put,
      remove: async (keys) => {
        refuse();
        for (const key of keys) records.delete(key);
      },
      listen: (given) => {
        listeners.push(given);
        return () => {};
      },
    },
    now: () => ++clock * 1000,
  };
  return { imports: new ImportedRoutes(dependencies), records, storage, listeners, put };
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
    const later = page({ records }).imports;
    later.start();
    await untilRestored(later, imports.routes.length);
    expect(later.routes.map(({ id, name, drawnKm }) => [id, name, drawnKm])).toEqual(
      imports.routes.map(({ id, name, drawnKm }) => [id, name, drawnKm]),
    );
  });

  it('that are added while those of an earlier visit are read are not lost', async () => {
    const { imports, records } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    const later = page({ records }).imports;
    later.start();
    await later.addText('b', fixture('good/line.wkt'));
    await untilRestored(later, 2);
    expect(records.size).toBe(2);
  });

  it('that come with a link open beside saved ones, also while those are read', async () => {
    const { imports: sender } = page();
    await sender.addText('a', fixture('good/several.wkt'));
    const { imports, records } = page();
    await imports.addText('b', fixture('good/plain.geojson'));
    const later = page({ records }).imports;
    later.start();
    await later.openLink(writeLink(sender.routes)!);
    await untilRestored(later, 1 + sender.routes.length);
    expect(later.routes.filter(({ linked }) => linked).map(({ id }) => id)).toEqual(sender.routes.map(({ id }) => id));
    expect(records.size).toBe(1);
  });

  it('that a link gives the same id twice are two routes of two ids', async () => {
    const line = (lat: number): [number, number][] => [
      [49, lat],
      [44, lat],
    ];
    const { imports } = page();
    const rows = [40, 41, 41].map((lat) => ({ id: 'zzzzzz123456', name: 'N', line: [line(lat)] }));
    await imports.openLink(writeLink(rows)!);
    expect(imports.routes.map(({ start }) => start[1])).toEqual([40, 41]);
    expect(new Set(imports.routes.map(({ id }) => id)).size).toBe(2);
  });

  it('that were changed since a link was saved open beside the saved version, under an id that is told', async () => {
    const { imports: sender } = page();
    await sender.addText('a', fixture('good/plain.geojson'));
    const { imports } = page();
    await imports.openLink(writeLink(sender.routes)!);
    const [first] = imports.routes;
    await imports.keep(`import-${first!.id}`);
    const changed = [{ ...first!, line: [first!.line[0]!.slice(0, 2)] }];
    const renamed = await imports.openLink(writeLink(changed)!);
    expect(imports.routes.map(({ linked }) => linked)).toEqual([false, true]);
    expect(renamed[first!.id]).toBe(imports.routes[1]!.id);
    expect((await imports.openLink(writeLink([first!])!))[first!.id]).toBe(first!.id);
    expect(imports.routes.length).toBe(2);
  });

  it('that are edited are not overwritten when their file is added again, and renamed ones keep their name', async () => {
    const { imports, records } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    const [first] = imports.routes;
    await imports.rename(`import-${first!.id}`, 'Mine');
    await imports.addText('a', fixture('good/plain.geojson'));
    expect(imports.routes.map(({ name }) => name)).toEqual(['Mine']);
    imports.editor.edit({ id: `import-${first!.id}`, name: 'Mine', line: first!.line[0]! });
    await imports.finish(first!.line[0]!.slice(0, 2), 'Mine');
    await imports.addText('a', fixture('good/plain.geojson'));
    expect(imports.routes.map(({ name, vertices }) => [name, vertices])).toEqual([
      ['Mine', 2],
      [first!.name === 'Mine' ? '' : first!.name, first!.vertices],
    ]);
    expect(records.size).toBe(2);
  });

  it('of one file are saved in one step, so that other tabs hear of it once', async () => {
    const { imports, put } = page();
    await imports.addText('a', fixture('good/several.wkt'));
    expect(imports.routes.length).toBeGreaterThan(1);
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('that are renamed while the store is read keep the new name', async () => {
    const { imports, listeners } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    imports.start();
    listeners[0]!.onChange();
    const renamed = imports.rename(`import-${imports.routes[0]!.id}`, 'Mine');
    await renamed;
    await vi.waitFor(() => expect(imports.routes.map(({ name }) => name)).toEqual(['Mine']));
  });

  it('are saved by themselves once a silent database answers', async () => {
    const { imports, records, storage, listeners } = page({ refuses: 'TimeoutError' });
    imports.start();
    await imports.addText('a', fixture('good/plain.geojson'));
    expect([imports.saved.unsaved, records.size]).toEqual(['silent', 0]);
    storage.refuses = null;
    listeners[0]!.onChange();
    await vi.waitFor(() => expect(records.size).toBe(1));
    expect([imports.saved.unsaved, imports.routes.length]).toEqual([null, 1]);
  });

  it('stay in the tab when the browser deletes what it kept, which is told of, and are saved again when asked', async () => {
    const { imports, records, listeners } = page();
    imports.start();
    await imports.addText('a', fixture('good/plain.geojson'));
    await imports.openLink(writeLink([{ id: 'zzzzzz123456', name: 'N', line: [imports.routes[0]!.line[0]!.slice(0, 2)] }])!);
    records.clear();
    listeners[0]!.onCleared();
    expect(imports.saved.unsaved).toBe('cleared');
    listeners[0]!.onChange();
    await vi.waitFor(() => expect(imports.routes.length).toBe(2));
    expect(records.size).toBe(0);
    await imports.saveLost();
    expect([imports.saved.unsaved, records.size]).toEqual([null, 1]);
  });

  it('know their countries on the next visit without looking them up', async () => {
    const { imports, records } = page({ loadLookup: () => Promise.resolve(() => 'AZ') });
    await imports.addText('a', fixture('good/plain.geojson'));
    const loadLookup = vi.fn(() => Promise.resolve(() => 'XX'));
    const later = page({ records, loadLookup }).imports;
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
    imports.editor.edit({ id: `import-${imports.routes[0]!.id}`, name: 'N', line: imports.routes[0]!.line[0]! });
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
    ['TimeoutError', 'silent'],
    ['TypeError', 'denied'],
  ])('work in memory where storage answers %s, and the page knows why', async (name, why) => {
    const { imports } = page({ refuses: name });
    await imports.addText('a', fixture('good/plain.geojson'));
    expect(imports.routes.length).toBe(1);
    expect(imports.reports.length).toBe(1);
    expect(imports.saved.unsaved).toBe(why);
  });

  it('lose nothing to damaged records: those are kept and told of, the others load', async () => {
    const { imports, records } = page();
    await imports.addText('a', fixture('good/plain.geojson'));
    records.set('bad1', 'x').set('bad2', { v: 1, id: 'bad2', name: 'N', source: '{', added: 1 });
    records.set('badbad3', { v: 1, id: 'badbad3', name: 'N', source: '{"type":"Feature"', added: 1 });
    const later = page({ records }).imports;
    later.start();
    await untilRestored(later, 1);
    expect(later.saved.broken.map(({ key }) => key).sort()).toEqual(['bad1', 'bad2', 'badbad3']);
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
    imports.editor.edit({ id: key, name: 'N', line: imports.routes[0]!.line[0]! });
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
