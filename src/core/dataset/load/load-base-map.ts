/** The base map's files, fetched and turned into what the layers draw. */
import type { Feature, FeatureCollection, Point, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import * as v from 'valibot';
import { AtlasError } from '../errors.ts';
import { loadFile, type LoadOptions } from './load.ts';
import { type Lang, writesLatin } from '../enums.ts';
import { collect, EMPTY } from '../../geo/feature-collection.ts';
import { topologyFile } from './topology.ts';

/** Sources of one scale by name, such as `land` and `borders`. */
export type Shapes = Record<string, FeatureCollection>;

export const loadShapes = async (url: string, options: LoadOptions): Promise<Shapes> =>
  readShapes(await loadFile(url, topologyFile, options));

export function readShapes(file: Topology): Shapes {
  return Object.fromEntries(
    Object.entries(file.objects).map(([name, object]) => {
      const shape: Feature | FeatureCollection = feature(file, object);
      return [name, shape.type === 'FeatureCollection' ? shape : collect([shape])];
    }),
  );
}

/** Coordinates as the build wrote them; they are too many to look at each, and MapLibre passes over those that do not hold. */
const coordinates = <T>() => v.custom<T>(Array.isArray);
const shape = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: coordinates<Position[][]>() }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: coordinates<Position[][][]>() }),
  v.object({ type: v.literal('LineString'), coordinates: coordinates<Position[]>() }),
  v.object({ type: v.literal('MultiLineString'), coordinates: coordinates<Position[][]>() }),
]);
const features = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({ type: v.literal('Feature'), geometry: shape, properties: v.nullable(v.record(v.string(), v.unknown())) }),
  ),
});
const waters = v.object({ lakes: features, rivers: features });
export interface Waters {
  lakes: FeatureCollection;
  rivers: FeatureCollection;
}

/** Lakes and rivers, as the build made them. */
export const loadWaters = (url: string, options: LoadOptions): Promise<Waters> => loadFile(url, waters, options);

const names = v.record(v.string(), v.string());
/** The English name is in the file, those of other languages are put there. */
const at = { lon: v.number(), lat: v.number(), rank: v.number(), names: v.optional(names, {}) };
const places = v.object({
  countries: v.array(
    v.object({
      code: v.string(),
      ...at,
      /** Where the name lies clear of lines, each from a zoom on: the zoom, longitude and latitude. */
      anchors: v.optional(v.array(v.tuple([v.number(), v.number(), v.number()]))),
    }),
  ),
  seas: v.array(v.object({ id: v.string(), ...at })),
  /** With the number of the town in GeoNames, where names are to be found by it. */
  towns: v.array(
    v.object({
      id: v.optional(v.string()),
      name: v.string(),
      country: v.string(),
      population: v.number(),
      capital: v.boolean(),
      ...at,
    }),
  ),
});
export type Places = v.InferOutput<typeof places>;

/** Names in one language: of countries by code, of seas by id, of towns by their number; what is as in English is left out. */
const placeNamesFile = v.object({ countries: names, seas: names, towns: names });

/**
 * Countries, seas and towns with their English names, and with those of some languages.
 *
 * @param base address of the dataset, with a slash at its end
 */
export async function loadPlaces(base: string, langs: readonly Lang[], options: LoadOptions): Promise<Places> {
  const others = langs.filter((lang) => lang !== 'en');
  const [all, translations] = await Promise.all([
    loadFile(`${base}base/places.json`, places, options),
    Promise.all(others.map((lang) => loadFile(`${base}base/names/${lang}.json`, placeNamesFile, options))),
  ]);
  const give = <P extends Places[keyof Places][number]>(
    kind: keyof Places,
    rows: readonly P[],
    getKey: (row: P) => string,
  ): P[] =>
    rows.map((row) => {
      const named = others.flatMap((lang, i): [string, string][] => {
        const name = translations[i]?.[kind][getKey(row)];
        return name === undefined ? [] : [[lang, name]];
      });
      return { ...row, names: { ...row.names, ...Object.fromEntries(named) } };
    });
  return {
    countries: give('countries', all.countries, ({ code }) => code),
    seas: give('seas', all.seas, ({ id }) => id),
    towns: give('towns', all.towns, ({ id = '' }) => id),
  };
}

/** What lies under the network: coasts and borders at two scales, waters, and names. */
export interface BaseMapData {
  scale50m: Shapes;
  /** Only where the view is close enough to show it. */
  scale10m?: Shapes;
  waters: Waters;
  places: Places | null;
}

/**
 * The base map at once, for pictures.
 *
 * @param base address of the dataset, with a slash at its end
 * @param wanted `detail`: the finer coast, too; `langs`: languages of names
 */
export async function loadBaseMap(
  base: string,
  { detail, langs }: { detail: boolean; langs: readonly Lang[] },
  options: LoadOptions,
): Promise<BaseMapData> {
  const [scale50m, scale10m, waters, places] = await Promise.all([
    loadShapes(`${base}base/50m.json`, options),
    detail ? loadShapes(`${base}base/10m.json`, options) : undefined,
    loadWaters(`${base}base/waters.json`, options),
    loadPlaces(base, langs, options),
  ]);
  return { scale50m, ...(scale10m && { scale10m }), waters, places };
}

/** Checks a base map that came in one piece, such as that of embed data. Throws `invalid` where it does not hold. */
export function parseBaseMap(given: { baseMap: unknown; waters: unknown; places: unknown }, file: string): BaseMapData {
  const result = v.safeParse(v.object({ baseMap: topologyFile, waters, places }), given);
  if (!result.success) {
    const issue = result.issues[0];
    throw new AtlasError('invalid', { file, path: v.getDotPath(issue) ?? '.', problem: issue.message });
  }
  const { output } = result;
  return { scale50m: readShapes(output.baseMap), waters: output.waters, places: output.places };
}

export interface PlaceLabels {
  countries: FeatureCollection;
  seas: FeatureCollection;
  towns: FeatureCollection;
}

/** Towns nearer than this to a shown node of the network give way to it, in degrees of latitude. */
const NEAR = 0.12;
/** A sea whose name stands as near as this to a sea leg is one that the leg crosses, in degrees. */
const CROSSED = 6;

/** Zoom from which no country is named, as the map shows a part of one. */
const LAST_ZOOM = 8.5;

/** What the names are to suit. */
export interface Surroundings {
  /** Positions that have a label of their own. */
  nodes: readonly (readonly number[])[];
  /** Codes of countries, and points of sea legs, that the map is about. */
  countries: ReadonlySet<string>;
  sea: readonly (readonly number[])[];
}

const label = <P extends { lon: number; lat: number }>({ lon, lat }: P, properties: Feature['properties']): Feature<Point> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties,
});

/**
 * Names of the base map in a language. Names of the `subject` are drawn before all others; those of countries have a zoom `from`
 * which, and `to` which, they stand at their point.
 */
export function buildPlaceLabels(all: Places | null, lang: Lang, around: Surroundings): PlaceLabels {
  if (!all) return { countries: EMPTY, seas: EMPTY, towns: EMPTY };
  const getName = (row: { names: Record<string, string> }) => row.names[lang] ?? row.names['en'] ?? '';
  const isLatin = writesLatin(lang);
  const isCrossed = ({ lon, lat }: { lon: number; lat: number }) =>
    around.sea.some(([x = 0, y = 0]) => (x - lon) ** 2 + (y - lat) ** 2 < CROSSED ** 2);
  return {
    countries: collect(
      all.countries.flatMap((row) => {
        const subject = around.countries.has(row.code);
        const anchors = (subject ? row.anchors : undefined) ?? [[subject ? 0 : row.rank, row.lon, row.lat] as const];
        return anchors.map(([from, lon, lat], i) =>
          label({ lon, lat }, { name: getName(row), rank: row.rank, subject, from, to: anchors[i + 1]?.[0] ?? LAST_ZOOM }),
        );
      }),
    ),
    seas: collect(all.seas.map((row) => label(row, { name: getName(row), rank: row.rank, subject: isCrossed(row) }))),
    towns: collect(
      filterFar(all.towns, around.nodes).flatMap((row) => {
        const { rank, population, capital } = row;
        // A name in foreign letters would be a riddle to the reader.
        const name = row.names[lang] ?? (isLatin ? row.name : undefined);
        return name === undefined ? [] : [label(row, { name, rank, population, capital })];
      }),
    ),
  };
}

/** The places that are not as near to one of some positions as `NEAR`. */
function filterFar<P extends { lon: number; lat: number }>(places: readonly P[], positions: Surroundings['nodes']): readonly P[] {
  if (places.length === 0) return places;
  const round = (degrees: number): number => Math.round(degrees / NEAR);
  /** A cell by one number: in a row there are fewer. */
  const count = (x: number, y: number): number => y * (2 * round(360)) + x;
  const cells = new Set<number>();
  for (const [lon = 0, lat = 0] of positions) {
    const [x, y] = [round(lon), round(lat)];
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) cells.add(count(x + dx, y + dy));
  }
  return places.filter(({ lon, lat }) => !cells.has(count(round(lon), round(lat))));
}
