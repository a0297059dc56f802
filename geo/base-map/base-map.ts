import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position, Text } from '../../src/core/dataset/model.ts';
import { createLocator } from '../../src/core/geo/locate.ts';
import type { BaseMapConfig } from '../read/config.ts';
import { type Countries, createCountries } from './countries.ts';
import { buildPlaces, loadCountryNames } from './places.ts';
import { compactTopology } from './topology.ts';
import { buildWaters } from './waters.ts';

/** What the pipeline needs of the base map. */
export interface BaseMap {
  /** Country of a point, null at sea. */
  locate(at: Position): string | null;
  isLand(at: Position): boolean;
  /** Name of a country in every language; undefined where its code is unknown. */
  countryName(code: string): Text | undefined;
  /** Writes the files of the base map to a folder. */
  write(dir: string): void | Promise<void>;
}

/** The base map of the world, made of npm packages with the names, borders and detail that an atlas asks for. */
export function buildBaseMap(config: BaseMapConfig): BaseMap {
  const countries = createCountries(config.treatments);
  const names = loadCountryNames(config.placeNames);
  const onLand = createLocator([{ value: 'land', geometry: countries.mergeLand() }]);
  return {
    locate: createLocator(countries.mergeCountries().map(({ code, geometry }) => ({ value: code, geometry }))),
    isLand: (at) => onLand(at) !== null,
    countryName: (code) => names.get(code),
    write: (dir) => writeFiles(dir, config, countries),
  };
}

/** Writes `50m.json` and `10m.json` (topologies), `waters.json` and `places.json`. */
function writeFiles(dir: string, config: BaseMapConfig, countries: Countries): void {
  mkdirSync(dir, { recursive: true });
  const write = (name: string, content: unknown) => writeFileSync(join(dir, name), JSON.stringify(content));
  write('50m.json', compactTopology(countries.sortBorders('50m'), '50m', config));
  write('10m.json', compactTopology(countries.sortBorders('10m'), '10m', config));
  write('waters.json', buildWaters(config.region));
  write('places.json', buildPlaces(config, countries.mergeCountries()));
}
