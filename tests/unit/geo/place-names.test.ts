/** What readers of each language see as names of places, on the map and in lists. */
import { describe, expect, it } from 'vitest';
import { isInScript } from '../../../geo/check/scripts.ts';
import { findFeatureName } from '../../../src/core/dataset/feature-name.ts';
import { buildPlaceLabels } from '../../../src/core/dataset/load/load-base-map.ts';
import { LANGS, writesLatin } from '../../../src/core/dataset/enums.ts';
import { readBaseFiles } from '../../../tools/build/embed/base-files.ts';
import { realAtlas } from '../../fixtures/real.ts';

const [atlas, { places }] = await Promise.all([realAtlas(), readBaseFiles('static/data/')]);
const nodes = [...atlas.nodes.values()].map(({ properties }) => properties);
const NOWHERE = { nodes: [], countries: new Set<string>(), sea: [] };

describe.each(LANGS)('names in %s', (lang) => {
  it('are in the script of the language, for each node', () => {
    const foreign = nodes.map(({ id }) => findFeatureName(atlas, id, lang) ?? '').filter((name) => !isInScript(lang, name));
    expect(foreign).toEqual([]);
  });

  it('are in the script of the language, for each label of a town, a sea and a country', () => {
    const { towns, seas, countries } = buildPlaceLabels(places, lang, NOWHERE);
    const labels = [towns, seas, countries].flatMap(({ features }) =>
      features.map(({ properties }) => String(properties?.['name'])),
    );
    expect(labels.length).toBeGreaterThan(700);
    expect(labels.filter((name) => !isInScript(lang, name))).toEqual([]);
  });

  it('are given for all towns of the countries that the corridors pass', () => {
    const listed = new Set(['AM', 'AZ', 'CN', 'GE', 'IR', 'KZ', 'RU', 'TM', 'TR', 'UZ']);
    const towns = places.towns.filter(({ country }) => listed.has(country));
    expect(towns.length).toBeGreaterThan(500);
    // What is as in English is not said twice.
    expect(towns.filter(({ names }) => !names[lang] && !writesLatin(lang))).toEqual([]);
  });
});

it('shows no town under a colonial, a Soviet or a mistaken name', () => {
  const gone =
    /Yelenendorf|Pushkino|Prishib|Divichibazar|Qutqashen|Martakert|Yeraliyev|Pasragad|Dadonghai|Chengguanzhen|Zhu Cheng|Pādegān/;
  expect(places.towns.map(({ name }) => name).filter((name) => gone.test(name))).toEqual([]);
});

it('has no “train” and no Russian word for a siding in the local name of a station', () => {
  const locals = nodes.map(({ names }) => names['local'] ?? '');
  expect(locals.filter((name) => /قطار|разъезд(?!і)|вогзал/.test(name))).toEqual([]);
});

it('writes vowels of Turkish and Azerbaijani places by the Kazakh letters that are theirs, not as Russian does', () => {
  const TURKIC = new Set(['AZ', 'TR']);
  const russian = nodes
    .filter(({ country }) => TURKIC.has(country))
    .map(({ id }) => ({ kk: findFeatureName(atlas, id, 'kk') ?? '', tr: findFeatureName(atlas, id, 'tr') ?? '' }))
    .filter(({ kk, tr }) => /[öü]/i.test(tr) && /[ёю]/i.test(kk));
  expect(russian).toEqual([]);
});
