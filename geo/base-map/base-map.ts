import type { Topology } from 'topojson-specification';
import { readShapes } from '../../src/core/dataset/load/load-base-map.ts';
import { LANGS, type Position, type Text } from '../../src/core/dataset/model.ts';
import { collect, EMPTY } from '../../src/core/geo/feature-collection.ts';
import { createLocator } from '../../src/core/geo/locate.ts';
import type { WriteFile } from '../publish/output.ts';
import type { BaseMapConfig } from '../read/config.ts';
import { loadCities } from './cities.ts';
import { type Countries, createCountries } from './countries.ts';
import { createFineTest } from './fine-coast.ts';
import type { Surroundings } from './name-anchors.ts';
import { buildPlaces, type Ground, loadCountryNames } from './places.ts';
import { keepEnglish, listNames } from './place-names.ts';
import { writeTiles } from './tiles.ts';
import { compactTopology } from './topology.ts';
import { buildWaters } from './waters.ts';

interface Town {
  country: string;
  at: Position;
}

/** What the pipeline needs of the base map. */
export interface BaseMap {
  /** Country of a point, null at sea. */
  locate(at: Position): string | null;
  isLand(at: Position): boolean;
  /** Whether the coast is finer there than elsewhere. */
  isFine(at: Position): boolean;
  /** Name of a country in every language; undefined where its code is unknown. */
  countryName(code: string): Text | undefined;
  /** A town of GeoNames by its number there. */
  findTown(id: string): Town | undefined;
  /** Writes the files of the base map, to `base`; names of countries keep clear of what is drawn on it. */
  write(write: WriteFile, around: Surroundings): void | Promise<void>;
}

/** The base map of the world, made of npm packages with the names, borders and detail that an atlas asks for. */
export function buildBaseMap(config: BaseMapConfig): BaseMap {
  const countries = createCountries(config.treatments, config.coast);
  const names = loadCountryNames(config.placeNames);
  const towns = new Map(loadCities().map(({ id, country, loc }) => [id, { country, at: loc.coordinates }]));
  const onLand = createLocator([{ value: 'land', geometry: countries.mergeLand() }]);
  const locate = createLocator(countries.mergeCountries().map(({ code, geometry }) => ({ value: code, geometry })));
  return {
    locate,
    isLand: (at) => onLand(at) !== null,
    isFine: createFineTest(config.coast),
    countryName: (code) => names.get(code),
    findTown: (id) => towns.get(id),
    write: (write, around) => writeFiles(write, config, countries, { around, locate }),
  };
}

/** Writes `50m.json` and `10m.json` (topologies), `waters.json`, `relief.json`, `places.json`, the names of places, a file a language, and tiles. */
function writeFiles(write: WriteFile, config: BaseMapConfig, countries: Countries, ground: Ground): void {
  const writeJson = (name: string, content: unknown) => write(`base/${name}`, JSON.stringify(content));
  const coarse = compactTopology(countries.sortBorders('50m'), '50m', config);
  writeJson('50m.json', coarse);
  writeJson('10m.json', compactTopology(countries.sortBorders('10m'), '10m', config));
  const waters = buildWaters(config.region);
  writeJson('waters.json', waters);
  writeTiles(write, sortByLayer(coarse, waters));
  writeJson('relief.json', config.relief);
  const places = buildPlaces(config, countries.mergeCountries(), ground);
  writeJson('places.json', keepEnglish(places));
  for (const lang of LANGS) if (lang !== 'en') writeJson(`names/${lang}.json`, listNames(places, lang));
}

/** What is published at 1:50 million, for the layers of its tiles. */
function sortByLayer(topology: Topology, { lakes, rivers }: ReturnType<typeof buildWaters>) {
  const { land = EMPTY, coast = EMPTY, borders = EMPTY } = readShapes(topology);
  const listBorders = (kind: string) => collect(borders.features.filter(({ properties }) => properties?.['kind'] === kind));
  return { land, coast, settled: listBorders('settled'), disputed: listBorders('disputed'), lake: lakes, river: rivers };
}
