/** Every choice that the base map makes is told, and none takes a side unseen. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCountryLocator, findUnits, TREATED_ENTRIES } from '../../geo/base-map/countries.ts';
import { LANGS } from '../../src/core/dataset/model.ts';

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const borders = read<{ id: string; title: Record<string, string>; text: Record<string, string> }[]>('geo/context/borders.json');

it('each place that the base map treats has an entry, in every language', () => {
  const drawn = read<{ id: string }[]>('geo/base/disputed-lines.json').map(({ id }) => id);
  const told = new Map(borders.map((entry) => [entry.id, entry]));
  for (const id of [...TREATED_ENTRIES, ...drawn]) expect([...told.keys()]).toContain(id);
  for (const { id, title, text } of borders) {
    expect(Object.keys(title).sort(), id).toEqual([...LANGS].sort());
    expect(Object.keys(text).sort(), id).toEqual([...LANGS].sort());
  }
});

it('gives Siachen to no country, with a dashed line all round', () => {
  const siachen = findUnits('10m').units.filter(({ code }) => code === 'XS');
  expect(siachen).toHaveLength(1);
  const arcs = (siachen[0]!.area.arcs as unknown as number[]).flat(3).map((arc) => (arc < 0 ? ~arc : arc));
  expect(createCountryLocator('10m').disputed).toEqual(expect.arrayContaining(arcs));
});

it('spells Odesa and Khankendi alike in labels and texts', () => {
  const { towns } = read<{ towns: Record<string, Record<string, string>> }>('geo/base/names.json');
  expect([towns['Odessa']?.['en'], towns['Xankandi']?.['en']]).toEqual(['Odesa', 'Khankendi']);
  expect(JSON.stringify(borders.map(({ text }) => text['en']))).not.toMatch(/Odessa|Xank/);
});
