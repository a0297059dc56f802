import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shipment } from '../../../../src/core/shipments/journey/follow.ts';
import { writeCalendar } from '../../../../src/core/feeds/calendar.ts';
import { ShipmentDesk, type ReadFile } from '../../../../src/core/shipments/view/desk.ts';
import { type Answer, type Call, createDeskServer } from '../../../../src/core/shipments/view/desk-server.ts';
import { findPlacesAt } from '../../../../src/core/shipments/view/replay.ts';
import { gatherPlaces } from '../../../../src/core/shipments/view/gather.ts';
import { findSilences } from '../../../../src/core/shipments/view/silence.ts';
import { FIXTURES, network, times } from './read-file.ts';

const HOUR = 3_600_000;

function finish<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
function open(...names: string[]): { desk: ShipmentDesk; read: ReadFile[] } {
  const desk = new ShipmentDesk(network, times);
  const read = names.map((name, i) => finish(desk.add({ n: i + 1, name, bytes: readFileSync(`${FIXTURES}/${name}`) })));
  return { desk, read };
}
const table = (...rows: string[]) =>
  new TextEncoder().encode(['Container;Origin;Destination;Station;Operation;Date and time', ...rows].join('\n'));

/** Each kind of call by itself. */
type WithoutBase<C> = C extends Call ? Omit<C, 'base'> : never;

describe('a desk of shipments', () => {
  it('gives a row for each shipment, with what the list shows and the search looks in', () => {
    const { read } = open('dcsa22-01-array.json');
    const [row] = read[0]!.rows;
    expect(row).toMatchObject({
      key: '1:CATU0003010',
      state: 'under-way',
      node: 'aktau-port',
      hasLeft: true,
      destination: 'poti-port',
    });
    expect(row!.leftKm).toBeGreaterThan(1000);
    expect(row!.text).toContain('актау');
    expect(row!.text).toContain('catu0003010');
  });

  it('puts the stops of a journey along one line of kilometres: reported ones, then those that are stated ahead', () => {
    const { desk } = open('dcsa22-01-array.json');
    const { journey, shipment } = desk.describe('1:CATU0003010')!;
    expect(journey.stops.map(({ node, part }) => `${node} ${part}`)).toEqual([
      'xian done',
      'aktau-port done',
      'alat-port ahead',
      'poti-port ahead',
    ]);
    const kms = journey.stops.map(({ km }) => km!);
    expect(kms).toEqual(kms.toSorted((a, b) => a - b));
    expect(journey.doneKm).toBeCloseTo(shipment.done!.km, 0);
    expect(journey.wholeKm).toBeCloseTo(shipment.done!.km + shipment.left!.km, 0);
    expect(journey.stops[1]!.line.length).toBeGreaterThan(10);
  });

  it('charts what was reported, estimated and planned, and counts published times from the report at their start', () => {
    const { desk } = open('dcsa22-01-array.json');
    const chart = desk.describe('1:CATU0003010')!.chart!;
    expect([chart.actual.length, chart.estimated.length, chart.planned.length]).toEqual([4, 1, 1]);
    const [band] = chart.published;
    expect(band!.from.km).toBeCloseTo(chart.actual.at(-1)!.km, 0);
    expect(band!.from.days).toBeCloseTo(chart.actual.at(-1)!.days, 5);
    expect(band!.high).toBeGreaterThanOrEqual(band!.low);
  });

  it('lists places that are open, and reads all files again once one is picked', () => {
    const { desk } = open('disl-06-unknown-stations.cp1251.csv');
    const first = desk.listOpenPlaces().find(({ text }) => text.startsWith('Рзд'));
    expect(first).toMatchObject({ text: 'Рзд 999 км', code: 'unknown-place', count: 1 });
    const [again] = finish(desk.pick(new Map([['Рзд 999 км', 'shu']])));
    expect(again!.rows.some(({ node }) => node === 'shu')).toBe(true);
    expect(desk.listOpenPlaces().some(({ text }) => text === 'Рзд 999 км')).toBe(false);
  });

  it('writes the shipments of the given keys, as a table and as GeoJSON', () => {
    const { desk, read } = open('disl-01-three-containers.cp1251.csv');
    const [row] = read[0]!.rows;
    expect(desk.writeCsv([row!.key]).split('\r\n')).toHaveLength(3);
    expect(desk.writeCsv([row!.key])).toContain(row!.id);
    const roles = (JSON.parse(desk.writeGeojson([row!.key])) as { features: { properties: { role: string } }[] }).features;
    expect(roles.map(({ properties }) => properties.role)).toEqual(expect.arrayContaining(['done', 'ahead', 'position']));
  });

  it('tells where every shipment had been reported by a time, and nothing before its first report', () => {
    const { desk } = open('disl-02-history-disordered.utf8bom.csv');
    const replay = desk.buildReplay();
    expect(findPlacesAt(replay, replay.at[0]! - 1).every((place) => place === -1)).toBe(true);
    const last = findPlacesAt(replay, replay.at.at(-1)!);
    expect(last.every((place) => place >= 0)).toBe(true);
    expect([...replay.at]).toEqual([...replay.at].toSorted((a, b) => a - b));
  });

  it('takes a file of the same number in place of the one before, and forgets one that is removed', () => {
    const { desk } = open('disl-01-three-containers.cp1251.csv');
    finish(desk.add({ n: 1, name: 'new.csv', bytes: table('CATU0003010;Altynkol;Alat;Shu;Arrived;2026-11-01 08:00') }));
    expect(desk.describe('1:CATU0003010')!.file).toBe('new.csv');
    desk.remove(1);
    expect(desk.describe('1:CATU0003010')).toBeNull();
  });
});

describe('silence', () => {
  const reports = (id: string, hours: readonly number[]) =>
    ({
      id,
      state: 'under-way',
      history: hours.map((at) => ({ classifier: 'ACT', at: at * HOUR })),
      last: { at: hours.at(-1)! * HOUR },
    }) as unknown as Shipment;
  const regular = Array.from({ length: 12 }, (_, i) => i * 6);

  it('is longer than usual by the gaps of the shipment itself, else by those of its file', () => {
    const silences = findSilences([reports('own', regular), reports('few', [0, 10])], 130 * HOUR);
    expect(silences.get('own')).toEqual({ hours: 64, usualHours: 6, of: 'shipment' });
    expect(silences.get('few')).toMatchObject({ hours: 120, of: 'file' });
  });

  it('alarms nobody within half a day, after the arrival, or where too few reports say what is usual', () => {
    expect(findSilences([reports('own', regular)], 70 * HOUR).size).toBe(0);
    expect(findSilences([{ ...reports('own', regular), state: 'arrived' }], 500 * HOUR).size).toBe(0);
    expect(findSilences([reports('one', [0, 1])], 500 * HOUR).size).toBe(0);
  });
});

it('gathers shipments at one place into a count, and leaves out those without a place', () => {
  const at = { spot: 'alat', lonLat: [49.4, 39.9] as [number, number] };
  expect(gatherPlaces([at, at, { spot: null, lonLat: null }])).toEqual([{ ...at, count: 2 }]);
});

describe('a calendar', () => {
  const entry = { uid: 'a', summary: 'CATU0003010: Alat, estimated', description: 'x' };

  it('keeps a local time local, a given one in UTC and a day a day', () => {
    const ms = Date.UTC(2026, 10, 14, 8);
    const times = [
      { ms, zone: 'local', offset: 0, precision: 'minute' },
      { ms, zone: 'given', offset: 300, precision: 'minute' },
      { ms, zone: 'local', offset: 0, precision: 'day' },
    ] as const;
    const text = writeCalendar(
      times.map((start) => ({ ...entry, start })),
      0,
    );
    expect(text.match(/DTSTART.*/g)).toEqual([
      'DTSTART:20261114T080000',
      'DTSTART:20261114T080000Z',
      'DTSTART;VALUE=DATE:20261114',
    ]);
    expect(text).toContain('DTEND;VALUE=DATE:20261115');
  });

  it('gives an event of no length no end, and lets it block no hours', () => {
    const start = { ms: 0, zone: 'given', offset: 0, precision: 'minute' } as const;
    const text = writeCalendar([{ ...entry, start }], 0);
    expect(text).not.toContain('DTEND');
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(writeCalendar([{ ...entry, start, end: { ...start, ms: HOUR } }], 0)).toContain('DTEND:19700101T010000Z');
  });

  it('escapes what would end a value, and folds long lines at 75 octets', () => {
    const start = { ms: 0, zone: 'given', offset: 0, precision: 'minute' } as const;
    const text = writeCalendar([{ ...entry, summary: `${'Актау, '.repeat(20)};\nEND:VEVENT`, start }], 0);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '').match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(writeCalendar([{ ...entry, summary: 'a\rEND:VEVENT\u0007', start }], 0)).toContain('SUMMARY:a\\nEND:VEVENT \r\n');
  });
});

describe('calls to a desk', () => {
  const files = ['nodes.geojson', 'links.geojson', 'length-model.json', 'times.json'];
  function serve(onPause: (answers: Answer[]) => void = () => {}) {
    const answers: Answer[] = [];
    let clock = 0;
    const call = createDeskServer({
      fetch: (url) => {
        const file = files.find((name) => url.endsWith(name))!;
        return Promise.resolve({
          ok: true,
          status: 200,
          text: () => Promise.resolve(readFileSync(`static/data/${file}`, 'utf8')),
        });
      },
      post: (answer) => answers.push(answer),
      pause: () => Promise.resolve(onPause(answers)),
      // Every look at the clock is a slice later.
      now: () => (clock += 1000),
    });
    return { answers, call: (message: WithoutBase<Call>) => call({ ...message, base: 'data/' }) };
  }
  const many = (count: number) =>
    table(
      ...Array.from({ length: count }, (_, i) => `XXXU${String(i).padStart(7, '0')};Altynkol;Alat;Shu;Arrived;2026-11-01 08:00`),
    );

  it('are answered with rows in portions, then the summary, then the result', async () => {
    const { answers, call } = serve();
    await call({ type: 'add', call: 1, source: { n: 1, name: 'many.csv', bytes: many(1500) } });
    const kinds = answers.map((answer) => Object.keys(answer).find((key) => !['call', 'n'].includes(key)));
    expect(kinds.slice(-4)).toEqual(['rows', 'rows', 'summary', 'result']);
    expect(kinds.filter((kind) => kind === 'progress').length).toBeGreaterThan(10);
  });

  it('stop where they are cancelled, and leave nothing of the file', async () => {
    let cancel: () => unknown = () => {};
    const { answers, call } = serve(() => void cancel());
    cancel = () => call({ type: 'cancel', stops: 1, call: 2 });
    await call({ type: 'add', call: 1, source: { n: 1, name: 'many.csv', bytes: many(50) } });
    expect(answers.some((answer) => 'rows' in answer || 'summary' in answer)).toBe(false);
    await call({ type: 'describe', key: '1:XXXU0000000', call: 3 });
    expect(answers.at(-1)).toEqual({ call: 3, result: null });
  });
});
