import { join } from 'node:path';
import * as v from 'valibot';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const box = { west: lon, east: lon, south: lat, north: lat };
const population = v.pipe(v.number(), v.minValue(0));
const names = v.record(v.string(), v.string());

/** What an atlas says of its region: `geo/config/region.json`. */
const region = v.strictObject({
  /** The view where no data says more: zoom as MapLibre counts it, degrees. */
  camera: v.strictObject({ zoom: v.number(), lon, lat }),
  /** The first year of the year slider where no line says when it opened. */
  firstYear: v.pipe(v.number(), v.integer()),
  /** Where coasts and borders are as fine as their source, degrees. */
  detailed: v.strictObject(box),
  /** The least population of a town that is named, by place; the first box that a town lies in counts. */
  towns: v.array(v.strictObject({ ...box, population })),
  /** The same for towns in none of the boxes. */
  otherTowns: population,
  /** Lakes that the base map draws as sea. */
  lakesDrawnAsSea: v.array(v.strictObject(box)),
});

/** Names that the base map's sources lack or have wrong: `geo/config/place-names.json`. */
const placeNames = v.strictObject({
  countries: v.record(v.string(), names),
  /** Countries and places without a label of their own, by code. */
  unlabelled: v.array(v.string()),
  positions: v.record(v.string(), v.tuple([lon, lat])),
  /** The zoom from which a country is named, by code. */
  ranks: v.record(v.string(), v.number()),
  /** Names of towns by the name in GeoNames; null leaves the town out. */
  towns: v.record(v.string(), v.nullable(v.string())),
});

const seas = v.array(v.strictObject({ id: v.string(), lon, lat, rank: v.number(), names }));
const disputedLines = v.array(v.strictObject({ id: v.string(), line: v.pipe(v.array(v.tuple([lon, lat])), v.minLength(2)) }));

export type Region = v.InferOutput<typeof region>;
export type Box = Region['detailed'];
export type PlaceNames = v.InferOutput<typeof placeNames>;
export type Sea = v.InferOutput<typeof seas>[number];

/** What makes the base map one of this region. */
export interface BaseMapConfig {
  region: Region;
  placeNames: PlaceNames;
  seas: Sea[];
  /** Lines drawn dashed beside those of the source, degrees. */
  disputedLines: v.InferOutput<typeof disputedLines>;
}

const WORLD: Region = {
  camera: { zoom: 1, lon: 0, lat: 20 },
  firstYear: 1900,
  detailed: { west: -180, east: 180, south: -90, north: 90 },
  towns: [],
  otherTowns: 1_000_000,
  lakesDrawnAsSea: [],
};
const NO_NAMES: PlaceNames = { countries: {}, unlabelled: [], positions: {}, ranks: {}, towns: {} };

/**
 * Reads `config/` below the folder `geo` or one like it.
 *
 * @param problems what does not parse is added here; a plain world takes its place
 */
export function readConfig(dir: string, problems: Problem[]): BaseMapConfig {
  const file = (name: string) => join(dir, 'config', name);
  return {
    region: readJson(file('region.json'), { schema: region, fallback: WORLD }, problems),
    placeNames: readJson(file('place-names.json'), { schema: placeNames, fallback: NO_NAMES }, problems),
    seas: readJson(file('seas.json'), { schema: seas, fallback: [] }, problems),
    disputedLines: readJson(file('disputed-lines.json'), { schema: disputedLines, fallback: [] }, problems),
  };
}

/** Whether a point lies inside of a box; its edge is outside. */
export const isInBox = ([x, y]: readonly [number, number], { west, east, south, north }: Box): boolean =>
  x > west && x < east && y > south && y < north;
