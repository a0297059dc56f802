import { describe, expect, it, vi } from 'vitest';
import type { ShipmentRow } from '../../../../src/core/shipments/view/row.ts';
import type { FileSummary } from '../../../../src/core/shipments/view/desk.ts';
import type { AskOptions, DeskClient } from '../../../../src/app/shipments/state/dependencies.ts';
import { ShipmentList } from '../../../../src/app/shipments/state/shipment-list.svelte.ts';
import { Shipments } from '../../../../src/app/shipments/state/shipments.svelte.ts';
import { AtlasError } from '../../../../src/core/dataset/errors.ts';
import { Failures } from '../../../../src/app/state/failures.svelte.ts';

const row = (id: string, part: Partial<ShipmentRow> = {}): ShipmentRow => ({
  key: `1:${id}`,
  id,
  state: 'under-way',
  place: 'Шу',
  node: 'shu',
  spot: 'shu',
  lonLat: [73.7, 43.6],
  time: null,
  at: 0,
  hasLeft: false,
  destination: null,
  doneKm: 1,
  leftKm: 10,
  findings: 0,
  silence: null,
  text: `${id.toLowerCase()} шу shu`,
  ...part,
});

describe('the list of shipments', () => {
  it('holds those that have every word, the state, the silence and the place that are asked for', () => {
    const silence = { hours: 50, usualHours: 10, of: 'file' } as const;
    const list = new ShipmentList(() => [row('A1'), row('A2', { state: 'arrived' }), row('B1', { silence, spot: 'alat' })]);
    const ids = () => list.found.map(({ id }) => id);
    list.query = 'шу a';
    expect(ids()).toEqual(['A1', 'A2']);
    list.state = 'arrived';
    expect(ids()).toEqual(['A2']);
    list.reset();
    list.silentOnly = true;
    expect(ids()).toEqual(['B1']);
    list.spot = 'shu';
    expect(ids()).toEqual([]);
    expect(list.silent).toBe(1);
  });

  it('puts rows without a value last, whatever the order', () => {
    const list = new ShipmentList(() => [
      row('N', { at: null, leftKm: null }),
      row('B', { at: 2, leftKm: 5 }),
      row('A', { at: 1, leftKm: 9 }),
    ]);
    const order = () => list.shown.map(({ id }) => id).join('');
    expect(order()).toBe('BAN');
    list.sort = 'oldest';
    expect(order()).toBe('ABN');
    list.sort = 'left';
    expect(order()).toBe('BAN');
    list.sort = 'id';
    expect(order()).toBe('ABN');
  });

  it('shows a portion at a time', () => {
    const list = new ShipmentList(() => Array.from({ length: 120 }, (_, i) => row(String(i))));
    expect([list.shown.length, list.more]).toEqual([50, 50]);
    list.showMore();
    expect([list.shown.length, list.more]).toEqual([100, 20]);
  });
});

describe('shipments that are followed', () => {
  const summary = (n: number): FileSummary => ({
    n,
    name: 'a.csv',
    format: 'table',
    asOf: null,
    shipments: 1,
    issues: [],
    moreIssues: 0,
  });
  /** Shipments whose desk gives one row a file; `hold` keeps the first file from being read until it is called off. */
  function follow({ hold = false, isOffline = false, remembered = [] as [string, string][] } = {}) {
    const failures = new Failures();
    const saved: unknown[] = [];
    const asked: string[] = [];
    let closed = 0;
    const desk: DeskClient = {
      ask: (call, { signal, onFile }: AskOptions = {}) => {
        asked.push(call.type);
        if (isOffline) {
          isOffline = false;
          return Promise.reject(new AtlasError('unreachable', { file: 'links.geojson' }));
        }
        if (call.type === 'add' && hold) {
          hold = false;
          return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error)));
        }
        if (call.type === 'add') onFile?.(summary(call.source.n), [row('A', { key: `${String(call.source.n)}:A` })]);
        const answers: Record<string, unknown> = { openPlaces: [], readPlaces: { picked: [['y', 'alat']], open: 0, issues: [] } };
        return Promise.resolve(answers[call.type] ?? null);
      },
      close: () => (closed += 1),
    };
    const shipments = new Shipments(
      {
        openDesk: () => desk,
        fetch: () => Promise.resolve(null),
        places: { load: () => remembered, save: (places) => saved.push(places) },
        now: () => 0,
        schedule: () => () => undefined,
      },
      failures,
    );
    return { shipments, failures, saved, asked, getClosed: () => closed };
  }

  it('keep what was read before, where the reading of another file is called off', async () => {
    const { shipments, asked } = follow({ hold: true });
    const reading = shipments.addText('slow.csv', 'x');
    await vi.waitUntil(() => asked.includes('add'));
    expect(shipments.reading).toMatchObject({ name: 'slow.csv' });
    shipments.cancel();
    await reading;
    expect(shipments.reading).toBeNull();
    await shipments.addText('a.csv', 'x');
    expect(shipments.rows.map(({ id }) => id)).toEqual(['A']);
  });

  it('are not read at all where that is called off before it has begun', async () => {
    const { shipments, asked } = follow();
    const reading = shipments.addText('a.csv', 'x');
    shipments.cancel();
    await reading;
    expect(asked).not.toContain('add');
    expect(shipments.rows).toEqual([]);
  });

  it('store a picked place only where the reader asks, and take it into account in the next visit', async () => {
    const { shipments, saved } = follow();
    await shipments.addText('a.csv', 'x');
    await shipments.pick('Рзд 999 км', 'shu');
    expect(saved).toEqual([null]);
    shipments.remember(true);
    expect(saved.at(-1)).toEqual([['Рзд 999 км', 'shu']]);
    const next = follow({ remembered: [['Рзд 999 км', 'shu']] });
    await next.shipments.addText('a.csv', 'x');
    expect(next.asked.slice(0, 2)).toEqual(['pick', 'add']);
    expect(next.shipments.picked).toEqual([['Рзд 999 км', 'shu']]);
  });

  it('take over a list of places that is dropped among the files, and keep it only where the reader asks', async () => {
    const { shipments, saved, asked } = follow({ remembered: [['x', 'shu']] });
    const file = (name: string, text: string) => new File([text], name);
    await shipments.addFiles([file('a.csv', 'x'), file('places.csv', 'text,node\ny,alat\n')]);
    expect(shipments.placesRead).toMatchObject({ name: 'places.csv', picked: [['y', 'alat']] });
    expect(shipments.picked).toEqual([
      ['x', 'shu'],
      ['y', 'alat'],
    ]);
    expect(asked.slice(-3)).toEqual(['readPlaces', 'pick', 'openPlaces']);
    expect(saved.at(-1)).toEqual(shipments.picked);
    shipments.clear();
    expect([shipments.placesRead, shipments.picked]).toEqual([null, []]);
  });

  it('of many files that are dropped at once are listed a few times on the way, and all at the end', async () => {
    const { shipments, asked } = follow();
    const seen: number[] = [];
    const files = Array.from({ length: 51 }, (_, i) => new File(['x'], `${String(i)}.csv`));
    const counted = files.map((file) =>
      Object.assign(file, {
        arrayBuffer: () => {
          seen.push(shipments.rows.length);
          return Promise.resolve(new ArrayBuffer(1));
        },
      }),
    );
    await shipments.addFiles(counted);
    expect([...new Set(seen)]).toEqual([0, 1, 2, 4, 8, 16, 32]);
    expect(shipments.rows).toHaveLength(51);
    expect(asked.filter((type) => type === 'openPlaces')).toHaveLength(1);
    expect(shipments.reading).toBeNull();
  });

  it('of a drop that is called off are those of the files that were read', async () => {
    const { shipments } = follow();
    const file = (name: string) => new File(['x'], name);
    const last = Object.assign(file('d.csv'), {
      arrayBuffer: () => {
        shipments.cancel();
        return Promise.resolve(new ArrayBuffer(1));
      },
    });
    await shipments.addFiles([file('a.csv'), file('b.csv'), file('c.csv'), last]);
    expect(shipments.files).toHaveLength(3);
    expect(shipments.rows).toHaveLength(3);
    expect(shipments.reading).toBeNull();
  });

  it('open by their number at once, or as soon as a file has it', async () => {
    const { shipments } = follow();
    await shipments.find('A');
    expect([shipments.wanted, shipments.selected]).toEqual(['A', null]);
    await shipments.addText('a.csv', 'x');
    expect([shipments.wanted, shipments.selected]).toEqual([null, '1:A']);
    await shipments.select(null);
    await shipments.find('A');
    expect(shipments.selected).toBe('1:A');
  });

  it('are read once the data of the network can be had, with the remembered places', async () => {
    const { shipments, asked, failures } = follow({ isOffline: true, remembered: [['x', 'shu']] });
    await shipments.addText('a.csv', 'x');
    expect(failures.list.map(({ key }) => key)).toEqual(['shipments']);
    failures.retryAll();
    await vi.waitUntil(() => shipments.rows.length === 1);
    expect(asked.slice(0, 3)).toEqual(['pick', 'pick', 'add']);
  });

  it('are cleared at once, with the desk, the remembered places and what was looked for', async () => {
    const { shipments, saved, getClosed } = follow({ remembered: [['x', 'shu']] });
    await shipments.addText('a.csv', 'x');
    shipments.list.query = 'catu';
    shipments.clear();
    expect([shipments.files, shipments.rows, shipments.picked.length, shipments.list.query]).toEqual([[], [], 0, '']);
    expect(saved.at(-1)).toBeNull();
    expect(getClosed()).toBe(1);
    expect(shipments.isEmpty).toBe(true);
  });
});
