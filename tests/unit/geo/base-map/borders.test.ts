/** Every choice that the base map makes is told, and none takes a side unseen. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { createCountries } from '../../../../geo/base-map/countries.ts';
import { authoredBorders, readConfig } from '../../../../geo/read/config.ts';
import { readInputs } from '../../../../geo/read/inputs.ts';

const borders = v.parse(authoredBorders, JSON.parse(readFileSync('geo/context/borders.json', 'utf8')));
const languages = ['en', ...readInputs('geo', []).expected.languages];
const { treatments, names } = readConfig('geo', []);

it('treats a place only in an entry that explains it in every language', () => {
  expect(borders.filter(({ treatment }) => treatment).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['crimea', 'abkhazia', 'kosovo', 'siachen', 'kashmir-himalaya', 'cyprus']),
  );
  for (const { id, title, text } of borders) {
    expect(Object.keys(title), id).toEqual(expect.arrayContaining(languages));
    expect(Object.keys(text), id).toEqual(expect.arrayContaining(languages));
  }
});

it('gives Siachen to no country, with a dashed line all round', () => {
  const countries = createCountries(treatments);
  const siachen = countries.findUnits('10m').units.filter(({ code }) => code === 'XS');
  expect(siachen).toHaveLength(1);
  const arcs = siachen.flatMap(({ area }) => (area.type === 'Polygon' ? [area.arcs] : area.arcs)).flat(2);
  expect(countries.sortBorders('10m').disputed).toEqual(expect.arrayContaining(arcs.map((arc) => (arc < 0 ? ~arc : arc))));
});

it('spells Odesa and Khankendi alike in labels and texts', () => {
  const english = names.map((row) => row.names['en']);
  expect(english).toEqual(expect.arrayContaining(['Odesa', 'Khankendi']));
  expect(JSON.stringify(borders.map(({ text }) => text.en))).not.toMatch(/Odessa|Xank/);
});

it('names no town of Karabakh but by its official Azerbaijani name', () => {
  const inKarabakh = names.filter(({ at }) => at && at[0] > 45.6 && at[0] < 47 && at[1] > 39.2 && at[1] < 40.4);
  expect(inKarabakh.map((row) => row.names['az']).sort()).toEqual(
    expect.arrayContaining(['Ağdam', 'Ağdərə', 'Tərtər', 'Xankəndi', 'Şuşa']),
  );
  const armenian = /Stepanakert|Степанакерт|სტეპანაკერტ|Martakert|Mardakert|Мартакерт|Shushi|Askeran|Hadrut/;
  expect(JSON.stringify(names)).not.toMatch(armenian);
});
