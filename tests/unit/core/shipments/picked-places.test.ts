import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ShipmentDesk } from '../../../../src/core/shipments/view/desk.ts';
import { type PickedPlace, writePlacesCsv } from '../../../../src/core/shipments/view/picked-places.ts';
import { isPlacesList } from '../../../../src/app/shipments/state/is-places-list.ts';
import { FIXTURES, network, times } from './read-file.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => new ShipmentDesk(network, times).readPlaces(encode(text));

describe('a list of picked places', () => {
  it('comes back as it was written, with what is still open left open', () => {
    const picked: PickedPlace[] = [
      ['Рзд 999 км', 'shu'],
      ['Ст. "Порт", причал 5', 'aktau-port'],
      ['-эксп', 'alat-port'],
    ];
    const text = writePlacesCsv([{ text: 'Нигде', code: 'unknown-place', count: 3, country: 'KZ' }], picked);
    expect(isPlacesList(encode(text))).toBe(true);
    expect(read(text)).toEqual({ picked, open: 1, issues: [] });
  });

  it('may be filled in by name or code, and saved by a spreadsheet', () => {
    const text = '\uFEFFtext;node;count\r\nРзд 999 км; Шу ;1\r\nПорт 5;KZAAU;\r\n;;\r\n';
    expect(isPlacesList(encode(text))).toBe(true);
    expect(read(text)).toMatchObject({
      picked: [
        ['Рзд 999 км', 'shu'],
        ['Порт 5', 'aktau-port'],
      ],
      issues: [],
    });
  });

  it('names bad rows, and gives the rest', () => {
    const text = ['text,node', 'A,shu', ',shu', 'B,no-such-place', 'A,alat', `${'x'.repeat(600)},shu`, 'C,alat'].join('\n');
    expect(read(text)).toEqual({
      picked: [
        ['A', 'shu'],
        ['C', 'alat'],
      ],
      open: 0,
      issues: [
        { code: 'no-text', row: 3 },
        { code: 'unknown-node', row: 4, params: { value: 'no-such-place' } },
        { code: 'picked-twice', row: 5, params: { value: 'A' } },
        { code: 'no-text', row: 6 },
      ],
    });
  });

  it.each([
    ['a table of shipments', readFileSync(`${FIXTURES}/fwd-01-milestones-long.csv`)],
    ['nothing at all', encode('')],
    ['what is no table', encode('{"text": 1}')],
  ])('is refused as a whole where it is %s', (_, bytes) => {
    expect(isPlacesList(bytes)).toBe(false);
    expect(new ShipmentDesk(network, times).readPlaces(bytes)).toEqual({ picked: [], open: 0, issues: [{ code: 'no-columns' }] });
  });

  it('is refused where it is larger than any list of places', () => {
    expect(read('text,node\n'.padEnd(2_000_000, 'A,shu\n')).issues).toEqual([{ code: 'too-large', params: { most: 1 } }]);
  });
});
