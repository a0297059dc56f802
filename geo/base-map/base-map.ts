import type { Position, Text } from '../../src/core/dataset/model.ts';
import { buildBase } from '../base.ts';
import { countryPolygons, landPolygons } from './countries.ts';
import { loadCountryNames } from './places.ts';
import { createLocator } from '../../src/core/geo/locate.ts';

/** What the pipeline needs of the base map. */
export interface BaseMap {
  /** Country of a point, null at sea. */
  locate(at: Position): string | null;
  isLand(at: Position): boolean;
  /** Name of a country in every language; undefined where nobody knows its code. */
  countryName(code: string): Text | undefined;
  /** Writes the files of the base map to a folder. */
  write(dir: string): void | Promise<void>;
}

/** The base map of the world. */
export function readBaseMap(): BaseMap {
  const names = loadCountryNames();
  const onLand = createLocator(landPolygons().map(({ geometry }) => ({ value: 'land', geometry })));
  return {
    locate: createLocator(countryPolygons().map(({ code, polygon: { geometry } }) => ({ value: code, geometry }))),
    isLand: (at) => onLand(at) !== null,
    countryName: (code) => names.get(code),
    write: buildBase,
  };
}
