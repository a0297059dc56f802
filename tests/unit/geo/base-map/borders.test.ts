/** Every choice that the base map makes is told, and none takes a side unseen. */
import { readFileSync } from 'node:fs';
import type { MultiLineString, Polygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { createCountries } from '../../../../geo/base-map/countries.ts';
import { authoredBorders, isInBox, readConfig } from '../../../../geo/read/config.ts';
import { readInputs } from '../../../../geo/read/inputs.ts';
import { readShapes } from '../../../../src/core/dataset/load/load-base-map.ts';
import { createLocator } from '../../../../src/core/geo/locate.ts';

const borders = v.parse(authoredBorders, JSON.parse(readFileSync('geo/context/borders.json', 'utf8')));
const languages = ['en', ...readInputs('geo', []).expected.languages];
const { treatments, names, region } = readConfig('geo', []);

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

/** Kilometres of a degree of latitude, between two looks at a border, and to where is looked on either side of it. */
const [DEGREE, STEP, ASIDE] = [111.195, 0.4, 0.25];

/** How much of a line has water on both sides in one stretch at most, and on one or both of them, in kilometres. */
function measureWatered(line: readonly number[][], isLand: (at: [number, number]) => boolean) {
  const [open, most] = [
    [0, 0],
    [0, 0],
  ];
  line.slice(1).forEach(([x1 = 0, y1 = 0], i) => {
    const [x0 = 0, y0 = 0] = line[i] ?? [];
    const squeeze = Math.cos((y0 * Math.PI) / 180);
    const [dx, dy] = [(x1 - x0) * squeeze, y1 - y0];
    const long = Math.hypot(dx, dy);
    const steps = Math.ceil((long * DEGREE) / STEP);
    const [ex, ey] = [((-dy / long) * ASIDE) / DEGREE / squeeze, ((dx / long) * ASIDE) / DEGREE];
    for (let step = 0; step < steps; step++) {
      const [x, y] = [x0 + ((x1 - x0) * (step + 0.5)) / steps, y0 + ((y1 - y0) * (step + 0.5)) / steps];
      const dry = [isLand([x + ex, y + ey]), isLand([x - ex, y - ey])].filter(Boolean).length;
      for (const sides of [0, 1]) {
        open[sides] = dry > sides ? 0 : open[sides]! + (long * DEGREE) / steps;
        most[sides] = Math.max(most[sides]!, open[sides]);
      }
    }
  });
  return { both: most[0]!, any: most[1]! };
}

it.each(['10m', '50m'])('draws no border at %s into the sea, and none round what is not drawn as land', (scale) => {
  const { land, borders: drawn } = readShapes(JSON.parse(readFileSync(`static/data/base/${scale}.json`, 'utf8')) as Topology);
  const locate = createLocator(land!.features.map(({ geometry }) => ({ value: 'land', geometry: geometry as Polygon })));
  const lines = drawn!.features.flatMap(({ geometry }) => (geometry as MultiLineString).coordinates);
  const wrong = lines.filter((line) => {
    const { both, any } = measureWatered(line, (at) => locate(at) !== null);
    // Along a shore, where a border ends at a sharp angle, and far from all corridors, where a spit may be a line.
    return both > 0.8 || (any > 1.5 && line.every((at) => isInBox(at as [number, number], region.detailed)));
  });
  expect(wrong.map((line) => line[0])).toEqual([]);
});
