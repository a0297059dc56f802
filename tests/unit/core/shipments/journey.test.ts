import { describe, expect, it } from 'vitest';
import { buildShipmentMap } from '../../../../src/core/shipments/shipment-map.ts';
import { createShipmentReader } from '../../../../src/core/shipments/read-shipments.ts';
import { network, readJourneys, readOne, readText } from './read-file.ts';

const table = (...rows: string[]) =>
  `container,place,datetime,operation,destination,waybill\n${rows.map((row) => `CSQU3054383,${row}\n`).join('')}`;

describe('a journey', () => {
  it('leaves out a place that cannot have been reached, and tells its row', () => {
    const file = table(
      'Almaty,2026-11-10 10:00,departed,Aktau port,',
      'Baku,2026-11-10 12:00,arrived,,',
      'Shu,2026-11-11 06:00,arrived,,',
    );
    const read = readText(file);
    expect(read.shipments[0]!.warnings).toContain('impossible-leg');
    expect(read.messages).toContainEqual({
      code: 'impossible-leg',
      shipment: 'CSQU3054383',
      where: { row: 3 },
      message: 'impossible-leg',
    });
    expect(read.shipments[0]!.position).toMatchObject({ nodeId: 'shu' });
  });

  it('of two waybills is the one with the newest event', () => {
    const shipment = readOne(
      table('Tbilisi,2026-10-01 10:00,arrived,Tbilisi,A1', 'Almaty,2026-11-10 10:00,departed,Aktau port,B2'),
    );
    expect(shipment).toMatchObject({ events: { read: 2, used: 1, ignored: { 'earlier-trip': 1 } }, destination: 'aktau-port' });
    expect(shipment.warnings).toContain('earlier-trip');
  });

  it('does not count what is said to happen after the date of the file', () => {
    const file = `As of 2026-11-11 08:00\n${table('Almaty,2026-11-10 10:00,departed,Aktau port,', 'Shu,2026-11-20 10:00,arrived,,')}`;
    expect(readOne(file)).toMatchObject({
      lastEvent: { nodeId: 'almaty' },
      events: { ignored: { 'actual-in-future': 1 } },
      stated: ['shu'],
    });
  });

  it('says that it has turned back', () => {
    const back = table(
      'Almaty,2026-11-01 10:00,departed,Aktau port,',
      'Shu,2026-11-02 10:00,arrived,,',
      'Almaty,2026-11-04 10:00,arrived,,',
    );
    expect(readOne(back).warnings).toContain('turned-back');
  });

  it('says that it has left the network after two reports far from it', () => {
    const shipment = readOne(
      'container,lon,lat,time\nCSQU3054383,76.95,43.342,2026-11-10T06:00Z\nCSQU3054383,77.1,48,2026-11-11T06:00Z\nCSQU3054383,78,49,2026-11-12T06:00Z\n',
    );
    expect(shipment.state).toBe('left-network');
    expect(shipment.position).toEqual({ nodeId: null, lonLat: [78, 49], status: 'confirmed', onNetwork: false });
  });

  it('keeps the shipment whose row has no usable time, with its ends', () => {
    const read = readText(table('Almaty,soon,departed,Aktau port,'));
    expect(read.errors).toEqual([{ kind: 'bad-time', row: 2, value: 'soon' }]);
    expect(read.shipments[0]).toMatchObject({ state: 'unknown', destination: 'aktau-port', kmLeft: null });
  });
});

describe('an estimated position', () => {
  const left = 'As of 2026-11-13 08:00\n' + table('Alat,2026-11-12 20:00,departed,Boyuk Kesik,');

  it('rests on a published time, lies behind the next place, and stands apart from the confirmed one', () => {
    const shipment = readOne(left);
    expect(shipment.position).toEqual({ nodeId: 'alat', status: 'confirmed', left: true });
    const { km } = shipment.estimate!;
    expect(shipment.estimate!.basis).toBe('run-alat-boyuk-kesik');
    // 12 of 24 hours.
    expect(km / (shipment as unknown as { kmLeft: number }).kmLeft).toBeCloseTo(0.5, 2);
  });

  it('is none where nobody publishes a time', () => {
    const silent = createShipmentReader(network).read('a.csv', new TextEncoder().encode(left));
    expect(silent.shipments[0]!.estimate).toBeNull();
    expect(silent.shipments[0]!.arrival).toBeNull();
  });
});

describe('places that the reader picked', () => {
  it('count for every row of that text', () => {
    const picked = new Map([['Siding 999', 'shu']]);
    const bytes = new TextEncoder().encode(table('Siding 999,2026-11-10 10:00,passed,,'));
    const { shipments } = createShipmentReader(network, { picked }).read('a.csv', bytes);
    expect(shipments[0]!.position).toMatchObject({ nodeId: 'shu' });
  });
});

describe('the map of shipments', () => {
  it('has the way done, the way ahead and the position', () => {
    const journeys = readJourneys(table('Almaty,2026-11-10 10:00,departed,Aktau port,', 'Shu,2026-11-11 10:00,arrived,,'));
    const { features } = buildShipmentMap(network, journeys);
    expect(features.map(({ properties, geometry }) => [properties?.role, geometry.type])).toEqual([
      ['done', 'LineString'],
      ['ahead', 'LineString'],
      ['position', 'Point'],
    ]);
  });
});

describe('a long table', () => {
  it('gives every container all of its rows, and a stop that is told again and again counts once', () => {
    const stations = ['Altynkol', 'Almaty', 'Shu', 'Moiynty'];
    const rows = Array.from({ length: 2000 }, (_, i) => {
      const time = new Date(Date.UTC(2026, 9, 1, i)).toISOString().slice(0, 16);
      return [`${i % 2 === 0 ? 'CSQU3054383' : 'CATU0000011'},${stations[Math.floor(i / 500)]},${time},arrived,Aktau port,`];
    });
    const { shipments } = readText(`container,place,datetime,operation,destination,waybill\n${rows.join('\n')}\n`);
    expect(shipments.map(({ events }) => events)).toEqual([
      { read: 1000, used: 1000 },
      { read: 1000, used: 1000 },
    ]);
    expect(shipments[0]!.warnings).toEqual([]);
    expect((shipments[0] as unknown as { stays: unknown[] }).stays).toHaveLength(4);
  });
});
