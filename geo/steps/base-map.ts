import { existsSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Position } from '../../src/core/model.ts';
import { locator } from './locate.ts';

/** What the pipeline needs of the base map. */
export interface BaseMap {
  /** Country of a point, null at sea. */
  locate(at: Position): string | null;
  isLand(at: Position): boolean;
  /** Writes the files of the base map to a folder. */
  write(dir: string): void | Promise<void>;
}

type Shape = Polygon | MultiPolygon;
interface Countries {
  countryPolygons(): { code: string; polygon: { geometry: Shape } }[];
  landPolygons(): { geometry: Shape }[] | { features: { geometry: Shape }[] };
}

/** The base map of the world; a stand-in that knows no land while its steps are not there yet. */
export async function readBaseMap(): Promise<BaseMap> {
  const [countriesStep, baseStep] = ['./base-countries.ts', '../base.ts'];
  if (!existsSync(new URL(countriesStep, import.meta.url)))
    return { locate: () => null, isLand: () => true, write: () => undefined };
  const { countryPolygons, landPolygons } = (await import(countriesStep)) as Countries;
  const land = landPolygons();
  const onLand = locator((Array.isArray(land) ? land : land.features).map(({ geometry }) => ({ value: 'land', geometry })));
  return {
    locate: locator(countryPolygons().map(({ code, polygon }) => ({ value: code, geometry: polygon.geometry }))),
    isLand: (at) => onLand(at) !== null,
    async write(dir) {
      if (!existsSync(new URL(baseStep, import.meta.url))) return;
      const { buildBase } = (await import(baseStep)) as { buildBase(dir: string): void | Promise<void> };
      await buildBase(dir);
    },
  };
}
