/** Names of countries on the pictures and the live maps of embeds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { getName } from '../../../src/core/dataset/dataset.ts';
import { buildPlaceLabels } from '../../../src/core/dataset/load/load-base-map.ts';
import { LANGS } from '../../../src/core/dataset/model.ts';
import { restrictToRoutes } from '../../../src/core/embed/shown-routes.ts';
import { findPlaces, fitCamera } from '../../../src/core/geo/camera.ts';
import { findPlaceAt } from '../../../src/core/geo/find-place-at.ts';
import type { Markup } from '../../../src/core/markup.ts';
import { createProjection } from '../../../src/core/geo/projection.ts';
import { findChosenNodes } from '../../../src/core/style/chosen-nodes.ts';
import { findSubjects } from '../../../src/core/style/subjects.ts';
import { drawPictures } from '../../../src/embed/picture.ts';
import { loadDictionary } from '../../../src/i18n/index.ts';
import { formatLineNames } from '../../../src/i18n/names/line-names.ts';
import { translator } from '../../../src/i18n/translate.ts';
import { readBaseFiles } from '../../../tools/build/embed/base-files.ts';
import { buildEmbedData } from '../../../tools/build/embed/data.ts';
import { placeCountries } from '../../../tools/build/embed/place-names.ts';
import { type Built, readBuilt } from '../../../tools/build/read-atlas.ts';

let built: Built;
beforeAll(async () => {
  built = await readBuilt('static/data/');
});

const describePicture = (page: string) => ({
  atlas: restrictToRoutes(built.atlas, [page]),
  baseMap: built.baseMap,
  view: findPlaces(built.atlas, page),
  theme: 'light' as const,
  lang: 'en' as const,
  filters: { hiddenGroups: [], hiddenModes: [], hiddenStatuses: [], year: null },
  title: page,
});
const place = (page: string) => placeCountries(describePicture(page), [built.atlas.routes.get(page)!.links]);

const listNames = ({ text }: Markup) => Array.from(text.matchAll(/<text[^>]*>([^<]*)/g), ([, label]) => label);

/** Names that may be on several lines, without spaces. */
const listTexts = ({ text }: Markup) =>
  Array.from(text.matchAll(/<text[^>]*>(.*?)<\/text>/g), ([, label]) => label!.replaceAll(/<[^>]*>|\s/g, ''));

describe('an embed of the railway', () => {
  it.each(LANGS)('names each country that it crosses, in both pictures: %s', (lang) => {
    const places = place('btk');
    const pictures = drawPictures({ ...describePicture('btk'), lang, baseMap: { ...built.baseMap, places } });
    for (const { code } of built.atlas.routes.get('btk')!.byCountry) {
      const { names } = built.baseMap.places!.countries.find((country) => country.code === code)!;
      for (const picture of pictures) expect(listNames(picture)).toContain(names[lang] ?? names['en']);
    }
  });

  it('carries the places of these names for its live map, within what that shows', async () => {
    const places = place('btk')!;
    const base = { ...(await readBaseFiles('static/data/')), places };
    const data = buildEmbedData(built.atlas, built.manifest, base, { page: 'btk' });
    const size = { width: 680, height: 430 };
    const camera = fitCamera(findPlaces(built.atlas, 'btk'), size);
    const view = createProjection(camera, size);
    const around = { ...findSubjects(describePicture('btk').atlas), nodes: [] };
    const { countries } = buildPlaceLabels(data.places as typeof places, 'en', around);
    const zoom = Math.floor(camera.zoom);
    const seen = countries.features.flatMap(({ geometry, properties }) => {
      if (geometry.type !== 'Point' || zoom < properties!['from'] || zoom >= properties!['to']) return [];
      const [x, y] = view.project(geometry.coordinates[0]!, geometry.coordinates[1]!);
      return properties!['subject'] && x > 0 && x < size.width && y > 0 && y < size.height ? [String(properties!['name'])] : [];
    });
    expect(seen.toSorted()).toEqual(['Azerbaijan', 'Georgia', 'Türkiye']);
  });
});

it.each(LANGS)('the narrow picture of a corridor names where it begins and ends: %s', async (lang) => {
  const lineNames = formatLineNames(translator(lang, await loadDictionary(lang), built.atlas.context?.countries), built.atlas);
  for (const { id, kind, main, routes } of built.atlas.corridors.values()) {
    if (kind !== 'corridor') continue;
    const shown = { ...describePicture(main), atlas: restrictToRoutes(built.atlas, routes), view: findPlaces(built.atlas, id) };
    const texts = listTexts(drawPictures({ ...shown, lang, lineNames })[1]!);
    for (const end of findChosenNodes(built.atlas, { selected: main })!.ends)
      expect(texts, id).toContain(getName(lang, built.atlas.nodes.get(end)!.properties).replaceAll(/\s/g, ''));
  }
});

it.each(LANGS)('countries of an embed give way to where the gauge changes: %s', (lang) => {
  const options = { ...describePicture('northern'), lang };
  const name = getName(lang, built.atlas.nodes.get('malaszewicze')!.properties);
  const [before, after] = [built.baseMap.places, place('northern')].map((places) =>
    listNames(drawPictures({ ...options, baseMap: { ...built.baseMap, places } })[0]!),
  );
  expect(after).toContain(name);
  expect(after).toEqual(expect.arrayContaining(before!));
});

it.each([1.4, 4.4, 6])('the place at a point of a map of zoom %d is drawn there', (zoom) => {
  const view = createProjection({ zoom, lon: 60, lat: 45 }, { width: 620, height: 330 });
  const [x, y] = view.project(...findPlaceAt(view, [250, 120]));
  expect(Math.hypot(x - 250, y - 120)).toBeLessThan(0.5);
});
