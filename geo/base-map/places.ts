import { readFileSync } from 'node:fs';
import { area } from '@turf/area';
import type { MultiPolygon, Position } from 'geojson';
import polylabel from 'polylabel';
import * as v from 'valibot';
import { LANGS, type Position as LonLat, type Text } from '../../src/core/dataset/model.ts';
import { findAnchors, type Surroundings } from './name-anchors.ts';
import { type BaseMapConfig, isInBox, type PlaceNames, type Region } from '../read/config.ts';
import { isTown } from '../read/names.ts';
import { type City, loadCities } from './cities.ts';

type Names = Record<string, string>;

const namesFile = v.object({ names: v.record(v.string(), v.record(v.string(), v.string())) });
/** Reads one of the files that `geo/vendor-names.ts` takes out of CLDR. */
function readFacts(name: string): Record<string, Names> {
  return v.parse(namesFile, JSON.parse(readFileSync(new URL(`./facts/${name}`, import.meta.url), 'utf8'))).names;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The zoom from which a country's name is shown, by its largest part in square kilometres. */
const COUNTRY_RANKS: [km2: number, rank: number][] = [
  [2_000_000, 1],
  [500_000, 2.2],
  [150_000, 3.2],
  [40_000, 4],
  [8_000, 5],
];
const SMALLEST_COUNTRY_RANK = 6;
const TOWN_RANKS: [population: number, rank: number][] = [
  [5_000_000, 2],
  [1_000_000, 3],
  [300_000, 4],
  [100_000, 5],
  [30_000, 6],
];
const SMALLEST_TOWN_RANK = 7;
const CAPITAL_RANK = 2.4;
/** How near to the best place a country's name is put, in degrees: as exact as positions are published. */
const LABEL_PRECISION = 0.001;
/** Capitals with fewer people are named like other towns. */
const CAPITAL_POPULATION = 100_000;

const findRank = (ranks: readonly [number, number][], size: number, smallest: number): number =>
  ranks.find(([least]) => size >= least)?.[1] ?? smallest;

/** What names of countries stand on and keep clear of. */
export interface Ground {
  around: Surroundings;
  locate(at: LonLat): string | null;
}

/** Names of countries, waters and towns, with the zoom from which they are shown as `rank`. */
export function buildPlaces(
  config: BaseMapConfig,
  countries: readonly { code: string; geometry: MultiPolygon }[],
  { around, locate }: Ground,
) {
  const names = loadCountryNames(config.placeNames);
  const placed = placeCountries(config.placeNames, countries, names);
  const anchors = findAnchors(
    placed.map((country) => ({ ...country, name: country.names.en })),
    around,
    locate,
  );
  return {
    countries: placed.map((country) => {
      const own = anchors.get(country.code);
      return { ...country, ...(own && { anchors: own }) };
    }),
    seas: config.seas,
    towns: chooseTowns(config),
  };
}

/** Names of all countries in every language: those of CLDR, some mended. */
export function loadCountryNames({ countries: mended }: PlaceNames): Map<string, Text> {
  return new Map(
    Object.entries(readFacts('country-names.json')).map(([code, names]) => {
      const en = mended[code]?.['en'] ?? names['en'] ?? code;
      return [code, { ...Object.fromEntries(LANGS.map((lang) => [lang, mended[code]?.[lang] ?? names[lang] ?? en])), en }];
    }),
  );
}

/** A ring that reaches 180° from one side, with all of its vertices on that side: one on the other would go round the world. */
function closeAtSeam(ring: readonly Position[]): [number, number][] {
  const inside = ring.filter(([lon = 0]) => Math.abs(lon) < 180);
  const side = inside.every(([lon = 0]) => lon > 0) ? 180 : inside.every(([lon = 0]) => lon < 0) ? -180 : null;
  return ring.map(([lon = 0, lat = 0]) => [side !== null && Math.abs(lon) === 180 ? side : lon, lat]);
}

function placeCountries(
  { unlabelled, positions, ranks }: PlaceNames,
  countries: readonly { code: string; geometry: MultiPolygon }[],
  named: ReadonlyMap<string, Text>,
) {
  return countries.flatMap(({ code, geometry }) => {
    const names = named.get(code);
    if (!names || unlabelled.includes(code)) return [];
    const parts = geometry.coordinates.map((given) => {
      const rings = given.map(closeAtSeam);
      return { rings, size: area({ type: 'Polygon', coordinates: rings }) };
    });
    const biggest = parts.reduce((a, b) => (b.size > a.size ? b : a));
    const [lon = 0, lat = 0] = positions[code] ?? polylabel(biggest.rings, LABEL_PRECISION);
    const rank = ranks[code] ?? findRank(COUNTRY_RANKS, biggest.size / 1e6, SMALLEST_COUNTRY_RANK);
    return [{ code, lon: round(lon), lat: round(lat), rank, names }];
  });
}

/** Towns that give a time zone its name have that name in every language. */
function loadCityNames(): Map<string, Names> {
  return new Map(
    Object.entries(readFacts('zone-city-names.json')).map(([zone, names]) => [
      names['en'] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
      names,
    ]),
  );
}

/** How small a town may be that is named, in people. */
const findLeastPopulation = ({ towns, otherTowns }: Region, at: [number, number]): number =>
  towns.find((box) => isInBox(at, box))?.population ?? otherTowns;

/** Names of towns by their number in GeoNames, as people have written them. */
function collectTownNames(rows: BaseMapConfig['names']): Map<string, Names> {
  const byTown = new Map<string, Names>();
  for (const row of rows) if (isTown(row)) byTown.set(row.place, { ...byTown.get(row.place), ...row.names });
  return byTown;
}

/** Towns that are named: in some countries those alone whose names people have written, elsewhere the big ones. */
function chooseTowns({ region, names: rows, placeNames: { unlabelled } }: BaseMapConfig) {
  const written = collectTownNames(rows);
  const zones = loadCityNames();
  const taken = new Set<string>();
  const isCapital = ({ featureCode, country }: City): boolean => featureCode === 'PPLC' && !unlabelled.includes(country);
  const isBig = (city: City): boolean =>
    (isCapital(city) && city.population > CAPITAL_POPULATION) ||
    city.population >= findLeastPopulation(region, city.loc.coordinates);
  return loadCities()
    .filter((city) => {
      if (written.has(city.id)) return true;
      return !isPartOfTown(city) && !region.listedTowns.includes(city.country) && isBig(city);
    })
    .sort((a, b) => b.population - a.population)
    .map((city) => {
      const { id, country, population } = city;
      const own = written.get(id);
      const name = own?.['en'] ?? city.name;
      const key = name.normalize('NFKD').replace(/\p{M}/gu, '');
      // The biggest of several towns of one name is the one that the zone is called after.
      const names = own ?? (taken.has(key) ? {} : (zones.get(key) ?? zones.get(name) ?? {}));
      if (Object.keys(names).length > 0) taken.add(key);
      const [lon, lat] = city.loc.coordinates.map(round);
      const capital = isCapital(city);
      const rank = Math.min(capital ? CAPITAL_RANK : Infinity, findRank(TOWN_RANKS, population, SMALLEST_TOWN_RANK));
      return { id, name: names['en'] ?? name, country, names, lon, lat, population, capital, rank };
    });
}

/** A part of a town has no name of its own on the map. */
const isPartOfTown = ({ featureCode }: City): boolean => featureCode === 'PPLX';
