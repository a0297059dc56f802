/** The base map's files, fetched and turned into what the layers draw. */
import type { FeatureCollection, Feature, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as v from 'valibot';
import { AtlasError } from './errors.ts';
import { loadFile, type LoadOptions } from './load.ts';
import type { Lang } from './model.ts';
import { EMPTY } from '../style/features.ts';

const topology = v.looseObject({
  type: v.literal('Topology'),
  objects: v.record(v.string(), v.looseObject({ type: v.string() })),
  arcs: v.array(v.array(v.array(v.number()))),
});

/** Sources of one scale by name, such as `land` and `borders`. */
export type Shapes = Record<string, FeatureCollection>;

export const loadShapes = async (url: string, options: LoadOptions): Promise<Shapes> =>
  shapesOf(await loadFile(url, topology, options));

function shapesOf(file: v.InferOutput<typeof topology>): Shapes {
  const parsed = file as unknown as Topology<Record<string, GeometryCollection>>;
  return Object.fromEntries(
    Object.entries(parsed.objects).map(([name, object]) => {
      const shape: Feature | FeatureCollection = feature(parsed, object);
      return [name, shape.type === 'FeatureCollection' ? shape : { type: 'FeatureCollection', features: [shape] }];
    }),
  );
}

const features = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.looseObject({ type: v.literal('Feature') })),
});
const waters = v.object({ lakes: features, rivers: features });

export interface Waters {
  lakes: FeatureCollection;
  rivers: FeatureCollection;
}

/** Lakes and rivers, as the build made them. */
export const loadWaters = async (url: string, options: LoadOptions): Promise<Waters> =>
  (await loadFile(url, waters, options)) as unknown as Waters;

const names = v.record(v.string(), v.string());
const at = { lon: v.number(), lat: v.number(), rank: v.number(), names };
const places = v.object({
  countries: v.array(v.object({ code: v.string(), ...at })),
  seas: v.array(v.object({ id: v.string(), ...at })),
  towns: v.array(v.object({ name: v.string(), country: v.string(), population: v.number(), capital: v.boolean(), ...at })),
});
export type Places = v.InferOutput<typeof places>;

export const loadPlaces = (url: string, options: LoadOptions): Promise<Places> => loadFile(url, places, options);

/** What lies under the network: coasts and borders at two scales, waters, and names. */
export interface BaseMapData {
  scale50m: Shapes;
  /** Only where somebody looks closely. */
  scale10m?: Shapes;
  waters: Waters;
  places: Places | null;
}

/**
 * The base map at once, for pictures.
 *
 * @param base address of the dataset, with a slash at its end
 * @param detail whether the finer coast is wanted
 */
export async function loadBaseMap(base: string, detail: boolean, options: LoadOptions): Promise<BaseMapData> {
  const [scale50m, scale10m, waters, places] = await Promise.all([
    loadShapes(`${base}base/50m.json`, options),
    detail ? loadShapes(`${base}base/10m.json`, options) : undefined,
    loadWaters(`${base}base/waters.json`, options),
    loadPlaces(`${base}base/places.json`, options),
  ]);
  return { scale50m, ...(scale10m && { scale10m }), waters, places };
}

/** Checks a base map that came in one piece, such as that of embed data. Throws `invalid` where it does not hold. */
export function parseBaseMap(given: { baseMap: unknown; waters: unknown; places: unknown }, file: string): BaseMapData {
  const result = v.safeParse(v.object({ baseMap: topology, waters, places }), given);
  if (!result.success) {
    const issue = result.issues[0];
    throw new AtlasError('invalid', { file, path: v.getDotPath(issue) ?? '.', problem: issue.message });
  }
  const { output } = result;
  return { scale50m: shapesOf(output.baseMap), waters: output.waters as unknown as Waters, places: output.places };
}

export interface PlaceLabels {
  countries: FeatureCollection;
  seas: FeatureCollection;
  towns: FeatureCollection;
}

/** Towns nearer than this to a shown node of the network give way to it, in degrees of latitude. */
const NEAR = 0.12;

/**
 * Names of the base map in a language.
 *
 * @param nodes positions that have a label of their own
 */
export function buildPlaceLabels(all: Places | null, lang: Lang, nodes: readonly (readonly number[])[]): PlaceLabels {
  if (!all) return { countries: EMPTY, seas: EMPTY, towns: EMPTY };
  const label = <P extends { lon: number; lat: number }>(
    rows: P[],
    properties: (row: P) => Feature['properties'],
  ): FeatureCollection => ({
    type: 'FeatureCollection',
    features: rows.map((row): Feature<Point> => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row.lon, row.lat] },
      properties: properties(row),
    })),
  });
  const nameIn = (row: { names: Record<string, string> }, fallback = '') => row.names[lang] ?? row.names['en'] ?? fallback;
  const cells = new Set(nodes.map(([lon = 0, lat = 0]) => `${Math.round(lon / NEAR)} ${Math.round(lat / NEAR)}`));
  const isNear = ({ lon, lat }: { lon: number; lat: number }) =>
    [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => cells.has(`${Math.round(lon / NEAR) + dx} ${Math.round(lat / NEAR) + dy}`)));
  return {
    countries: label(all.countries, (row) => ({ name: nameIn(row), rank: row.rank })),
    seas: label(all.seas, (row) => ({ name: nameIn(row), rank: row.rank })),
    towns: label(
      all.towns.filter((row) => !isNear(row)),
      (row) => ({ name: nameIn(row, row.name), rank: row.rank, population: row.population, capital: row.capital }),
    ),
  };
}
