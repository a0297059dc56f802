import { describe, expect, it } from 'vitest';
import type { ShipmentRow } from '../../../../src/core/shipments/view/row.ts';
import { getHitNumber, searchShipments } from '../../../../src/app/shipments/state/search-shipments.ts';

const rows = ['CATU0003010', 'CATU0003025', '94100419'].map((id) => ({ id }) as ShipmentRow);
const find = (query: string) =>
  searchShipments(query, rows, (id) => `follow ${id}`).map(({ id, label }) => [getHitNumber(id), label]);

describe('a search for the number of a shipment', () => {
  it('finds loaded ones by a part of it, however it is written', () => {
    expect(find('catu 000-302')).toEqual([['CATU0003025', 'CATU0003025']]);
    expect(find('9410')).toEqual([['94100419', '94100419']]);
    expect(find('CATU000')).toHaveLength(2);
  });

  it('offers to follow a whole number that no file has had', () => {
    expect(find('mscu 123456-6')).toEqual([['MSCU1234566', 'follow MSCU1234566']]);
    expect(find('94100427')).toEqual([['94100427', 'follow 94100427']]);
  });

  it('leaves words, years and codes of stations alone', () => {
    expect(['Aktau', '2026', '663404', 'KZAAU', ''].flatMap(find)).toEqual([]);
    expect(getHitNumber('aktau-port')).toBeNull();
  });
});
