import { expect, it } from 'vitest';
import { fitKey, type FittedRow } from '../../../../src/app/map/fit-key.ts';

const write = (kind: string, full: string, short = full): FittedRow => ({ sign: { kind }, full, short });
const ROWS = [
  write('count', 'shipments at one place', 'shipments'),
  write('group', 'East–West corridor', 'East–West'),
  write('pattern', 'planned'),
  write('place', 'station'),
  write('event', 'opening'),
];

/** What a key of a width says, where each letter is as wide as the unit. */
function read(room: number): string[] {
  const { rows, short } = fitKey(ROWS, room, ({ length }) => length);
  return rows.map((row) => (short.includes(row.sign.kind) ? row.short : row.full));
}

it('says all in full where there is room', () => {
  expect(read(100)).toEqual(['shipments at one place', 'East–West corridor', 'planned', 'station', 'opening']);
});

it('shortens the names of lines first, then all words', () => {
  expect(read(66)).toEqual(['shipments at one place', 'East–West', 'planned', 'station', 'opening']);
  expect(read(54)).toEqual(['shipments', 'East–West', 'planned', 'station', 'opening']);
});

it('leaves out what has no colour, last of all the patterns, and never an event', () => {
  expect(read(44)).toEqual(['shipments', 'East–West', 'planned', 'opening']);
  expect(read(36)).toEqual(['shipments', 'East–West', 'opening']);
});

it('has all of them in short words where nothing fits', () => {
  expect(read(20)).toEqual(['shipments', 'East–West', 'planned', 'station', 'opening']);
});
