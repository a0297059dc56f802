/** The base map that is built from npm packages: which country a place is in, and how disputed borders come out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type BaseMap, buildBaseMap } from '../../../../geo/base-map/base-map.ts';
import { createCountries } from '../../../../geo/base-map/countries.ts';
import { buildPlaces } from '../../../../geo/base-map/places.ts';
import { readConfig } from '../../../../geo/read/config.ts';
import type { Problem } from '../../../../geo/read/problem.ts';
import { sampleAround } from '../../../../src/core/geo/locate.ts';

/** Nothing that names have to keep clear of. */
const GROUND = { around: { countries: new Set<string>(), lines: [] }, locate: () => null };

let base: BaseMap;
beforeAll(() => {
  const problems: Problem[] = [];
  base = buildBaseMap(readConfig('geo', problems));
  expect(problems).toEqual([]);
});

describe('the countries of the base map', () => {
  it.each([
    ['Baku', 49.8671, 40.4093, 'AZ'],
    ['Khankendi', 46.7515, 39.8153, 'AZ'],
    ['Nakhchivan', 45.4122, 39.2089, 'AZ'],
    ['Sukhumi', 41.0234, 43.0015, 'GE'],
    ['Tskhinvali', 43.9698, 42.2257, 'GE'],
    // South of its bay, which is water on this map.
    ['Sevastopol', 33.55, 44.58, 'UA'],
    ['Donetsk', 37.8028, 48.0159, 'UA'],
    ['Kyrenia', 33.3192, 35.3364, 'CY'],
    ['the town of Baikonur', 63.305, 45.62, 'KZ'],
    ['Khorgos', 80.4, 44.2, 'CN'],
    ['Chabahar', 60.64, 25.29, 'IR'],
  ])('%s is in %s, %s: %s', (_, lon, lat, country) => {
    expect(base.locate([lon, lat])).toBe(country);
  });

  it('the Caspian and the Black Sea are no land', () => {
    expect(base.isLand([50.5, 41.8])).toBe(false);
    expect(base.isLand([34, 43])).toBe(false);
    expect(base.locate([50.5, 41.8])).toBeNull();
  });

  it('have their names on their land, however small they are', () => {
    const config = readConfig('geo', []);
    const { countries } = buildPlaces(config, createCountries(config.treatments).mergeCountries(), GROUND);
    expect(countries.length).toBeGreaterThan(200);
    const beside = countries.filter(
      ({ code, lon, lat }) => !config.placeNames.positions[code] && base.locate([lon, lat]) !== code,
    );
    // On this map the Vatican is a line without any inside.
    expect(beside.map(({ code }) => code)).toEqual(['VA']);
  });

  it('a country over 180° does not lie round the world', () => {
    expect(base.locate([178.5, -18])).toBe('FJ');
    for (const lon of [-150, -30, 10, 70, 120]) expect(base.locate([lon, -16.7])).not.toBe('FJ');
  });

  it('knows both sides near a border', () => {
    expect([...sampleAround([44.97, 41.46], 15, (at) => base.locate(at))].sort()).toContain('GE');
  });

  it('names countries in six languages', () => {
    expect(base.countryName('AZ')).toMatchObject({ en: 'Azerbaijan', az: 'Azərbaycan', ka: 'აზერბაიჯანი', zh: '阿塞拜疆' });
    expect(base.countryName('TR')?.en).toBe('Türkiye');
    expect(base.countryName('??')).toBeUndefined();
  });
});

it('puts the name of a country where it is farthest from its borders, as exactly as positions are published', () => {
  const config = readConfig('geo', []);
  // The middle of the circle in a triangle of three by four degrees is one degree from each side.
  const ring = [
    [40, 40],
    [44, 40],
    [40, 43],
    [40, 40],
  ];
  const geometry = { type: 'MultiPolygon' as const, coordinates: [[ring]] };
  const { countries } = buildPlaces(
    { ...config, placeNames: { ...config.placeNames, positions: {} } },
    [{ code: 'AZ', geometry }],
    GROUND,
  );
  expect(countries[0]!.lon).toBeCloseTo(41, 2);
  expect(countries[0]!.lat).toBeCloseTo(41, 2);
});
