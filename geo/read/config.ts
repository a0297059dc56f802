import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Relief, reliefFile } from '../../src/core/dataset/load/relief.ts';
import { context } from '../../src/core/dataset/model.ts';
import { readJson } from './json.ts';
import { type NameRow, readNames } from './names.ts';
import type { Problem } from './problem.ts';

const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const box = { west: lon, east: lon, south: lat, north: lat };
const population = v.pipe(v.number(), v.minValue(0));
const names = v.record(v.string(), v.string());
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** What an atlas says of its region: `geo/config/region.json`. */
const region = v.strictObject({
  /** What lies west of this longitude is drawn east of 180°, with the rest of its country. */
  seam: lon,
  /** Where coasts and borders are as fine as their source, degrees. */
  detailed: v.strictObject(box),
  /** The least population of a town that is named, by place; the first box that a town lies in counts. */
  towns: v.array(v.strictObject({ ...box, population })),
  /** The same for towns in none of the boxes. */
  otherTowns: population,
  /** Countries, by code, in which those towns alone are named that `config/names` lists. */
  listedTowns: v.optional(v.array(country), []),
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
});

const seas = v.array(v.strictObject({ id: v.string(), lon, lat, rank: v.number(), names }));

const position = v.tuple([lon, lat]);
/** A coast that is finer than Natural Earth's, round some points: `geo/config/coast.json`, which `geo/vendor-coast.ts` writes. */
const fineCoast = v.strictObject({
  source: v.string(),
  url: v.string(),
  licence: v.string(),
  radiusKm: v.pipe(v.number(), v.minValue(1)),
  centres: v.array(position),
  /** Shores that lead into a circle round a centre, and out of it. */
  shores: v.array(v.pipe(v.array(position), v.minLength(2))),
  /** Rings that lie within one circle. */
  islands: v.array(v.pipe(v.array(position), v.minLength(4))),
});

const pairs = v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}-[A-Z]{2}$/)));

/** How the base map draws a disputed place: a part of the entry of `context/borders.json` that also explains it to readers. */
const treatment = v.strictObject({
  /** Units that Natural Earth draws by themselves, and the country that they belong to here; `part`: divided from it by a dashed line. */
  units: v.optional(v.array(v.strictObject({ name: v.string(), country, part: v.optional(v.string()) }))),
  /** Polygons of a country that lie inside of a box and are drawn with another. */
  pieces: v.optional(
    v.array(v.strictObject({ of: country, inside: v.strictObject(box), country, part: v.optional(v.string()) })),
  ),
  /** Pairs of countries, in the order of the alphabet, whose whole boundary is dashed. */
  dashedBetween: v.optional(pairs),
  /** Countries whose boundaries are all dashed. */
  dashedAround: v.optional(v.array(country)),
  /** Pairs whose boundary is dashed inside of a box. */
  dashedWithin: v.optional(v.array(v.strictObject({ between: pairs, inside: v.strictObject(box) }))),
  /** Lines that Natural Earth does not have. */
  dashedLines: v.optional(v.array(v.pipe(v.array(v.tuple([lon, lat])), v.minLength(2)))),
});
/** An entry of `context/borders.json` as it is edited: what is published, and what the base map does. */
export const authoredBorders = v.array(v.object({ ...context.entries.borders.item.entries, treatment: v.optional(treatment) }));

export type Region = v.InferOutput<typeof region>;
export type Box = Region['detailed'];
export type PlaceNames = v.InferOutput<typeof placeNames>;
export type Treatment = v.InferOutput<typeof treatment>;
export type FineCoast = v.InferOutput<typeof fineCoast>;
type Sea = v.InferOutput<typeof seas>[number];

/** What makes the base map one of this region. */
export interface BaseMapConfig {
  region: Region;
  placeNames: PlaceNames;
  seas: Sea[];
  /** What people call nodes and towns. */
  names: NameRow[];
  treatments: Treatment[];
  coast: FineCoast | null;
  /** Shaded mountains: `geo/config/relief.json`, which `geo/vendor-relief.ts` writes. */
  relief: Relief | null;
}

const WORLD: Region = {
  seam: -180,
  detailed: { west: -180, east: 180, south: -90, north: 90 },
  towns: [],
  otherTowns: 1_000_000,
  listedTowns: [],
  lakesDrawnAsSea: [],
};
const NO_NAMES: PlaceNames = { countries: {}, unlabelled: [], positions: {}, ranks: {} };

/**
 * Reads `config/` below the folder `geo` or one like it.
 *
 * @param problems what does not parse is added here; a plain world takes its place
 */
export function readConfig(dir: string, problems: Problem[]): BaseMapConfig {
  const file = (name: string) => join(dir, 'config', name);
  const readOptional = <S extends v.GenericSchema>(name: string, schema: S) =>
    existsSync(file(name)) ? readJson(file(name), { schema, fallback: null }, problems) : null;
  return {
    region: readJson(file('region.json'), { schema: region, fallback: WORLD }, problems),
    placeNames: readJson(file('place-names.json'), { schema: placeNames, fallback: NO_NAMES }, problems),
    seas: readJson(file('seas.json'), { schema: seas, fallback: [] }, problems),
    names: readNames(dir, problems),
    treatments: readJson(join(dir, 'context', 'borders.json'), { schema: authoredBorders, fallback: [] }, problems).flatMap(
      ({ treatment }) => treatment ?? [],
    ),
    coast: readOptional('coast.json', v.nullable(fineCoast)),
    relief: readOptional('relief.json', reliefFile),
  };
}

/** Whether a point lies inside of a box; its edge is outside. */
export const isInBox = ([x, y]: readonly [number, number], { west, east, south, north }: Box): boolean =>
  x > west && x < east && y > south && y < north;
