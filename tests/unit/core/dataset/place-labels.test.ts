/** Names of the base map: fetched a language at a time, and drawn only in letters that the reader knows. */
import { expect, it } from 'vitest';
import { buildPlaceLabels, loadPlaces } from '../../../../src/core/dataset/load/load-base-map.ts';
import type { Lang } from '../../../../src/core/dataset/model.ts';

const FILES: Readonly<Record<string, unknown>> = {
  'data/base/places.json': {
    countries: [{ code: 'AZ', lon: 48, lat: 40, rank: 3, names: { en: 'Azerbaijan' } }],
    seas: [{ id: 'caspian', lon: 50.6, lat: 42.2, rank: 1, names: { en: 'Caspian Sea' } }],
    towns: [
      { id: '586523', name: 'Ganja', country: 'AZ', lon: 46.36, lat: 40.68, rank: 4, population: 313_300, capital: false },
      { id: '1254661', name: 'Thane', country: 'IN', lon: 72.96, lat: 19.2, rank: 3, population: 1_261_517, capital: false },
    ],
  },
  'data/base/names/ru.json': {
    countries: { AZ: 'Азербайджан' },
    seas: { caspian: 'Каспийское море' },
    towns: { 586523: 'Гянджа' },
  },
  'data/base/names/tr.json': { countries: { AZ: 'Azerbaycan' }, seas: { caspian: 'Hazar Denizi' }, towns: { 586523: 'Gence' } },
};

async function readLabels(lang: Lang) {
  const asked: string[] = [];
  const fetch = (url: string) => {
    asked.push(url);
    return Promise.resolve({ ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(FILES[url])) });
  };
  const places = await loadPlaces('data/', [lang], { fetch });
  const labels = buildPlaceLabels(places, lang, { nodes: [], countries: new Set(), sea: [] });
  const [countries, seas, towns] = [labels.countries, labels.seas, labels.towns].map(({ features }) =>
    features.map(({ properties }) => String(properties?.['name'])),
  );
  return { asked, countries, seas, towns };
}

it('fetches the names of one language, and none for English', async () => {
  expect((await readLabels('en')).asked).toEqual(['data/base/places.json']);
  expect((await readLabels('ru')).asked).toEqual(['data/base/places.json', 'data/base/names/ru.json']);
});

it('names countries, seas and towns in that language', async () => {
  expect(await readLabels('ru')).toMatchObject({ countries: ['Азербайджан'], seas: ['Каспийское море'], towns: ['Гянджа'] });
});

it('leaves out a town without a name in letters of the language, and shows the English one where those are Latin', async () => {
  expect((await readLabels('ru')).towns).toEqual(['Гянджа']);
  expect((await readLabels('tr')).towns).toEqual(['Gence', 'Thane']);
});
