/** Which country a point lies in, by the land of the base map. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as v from 'valibot';
import { AtlasError } from '../../dataset/errors.ts';
import { loadFile, type LoadOptions } from '../../dataset/load/load.ts';
import { createLocator } from '../../geo/locate.ts';
import type { Locate } from './country-shares.ts';

interface Area {
  value: string;
  geometry: Polygon | MultiPolygon;
}

const baseMapShape = v.looseObject({
  type: v.literal('Topology'),
  objects: v.looseObject({ land: v.looseObject({ type: v.literal('GeometryCollection') }) }),
});

/** The schema says what is read here; topojson-client finds out about the arcs as it goes. */
const baseMap = v.custom<Topology<{ land: GeometryCollection<{ code?: string }> }>>((value) => v.is(baseMapShape, value));

/** Null where the shapes of a dataset do not say whose they are. Throws what `loadFile` throws. */
async function loadCountryLookup(base: string, options: LoadOptions): Promise<Locate | null> {
  const topology = await loadFile(`${base}base/10m.json`, baseMap, options);
  const areas = feature(topology, topology.objects.land).features.flatMap(({ geometry, properties }: Feature): Area[] => {
    const code: unknown = properties?.['code'];
    const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    return typeof code === 'string' && isArea ? [{ value: code, geometry }] : [];
  });
  if (areas.length === 0) return null;
  const locate = createLocator(areas);
  return createCellLookup(areas, ([lon, lat]) => locate([lon, lat]) ?? locate([lon < 0 ? lon + 360 : lon - 360, lat]));
}

/** Cells to a degree. */
const CELLS = 4;
const COLUMNS = 360 * CELLS;
const ROWS = 180 * CELLS;

/**
 * Remembers the answer for each cell that no border and no coast crosses: far from both, which is most of a long line, a question is
 * a look into a table.
 *
 * @param locate land on the far side of 180° goes on beyond it
 */
function createCellLookup(areas: readonly Area[], locate: Locate): Locate {
  const isCrossed = new Uint8Array(COLUMNS * ROWS);
  for (const { geometry } of areas) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) markCells(ring, isCrossed);
  }
  const answers = new Map<number, string | null>();
  return (at) => {
    const [column, row] = findCell(at);
    const cell = row * COLUMNS + column;
    if (isCrossed[cell] !== 0) return locate(at);
    let answer = answers.get(cell);
    if (answer === undefined) {
      answer = locate(at);
      answers.set(cell, answer);
    }
    return answer;
  };
}

const findCell = ([lon, lat]: readonly number[]): [column: number, row: number] => [
  modulo(Math.floor(((lon ?? 0) + 180) * CELLS), COLUMNS),
  Math.min(ROWS - 1, Math.max(0, Math.floor(((lat ?? 0) + 90) * CELLS))),
];

const modulo = (value: number, size: number): number => ((value % size) + size) % size;

/** Marks all cells in the box of each edge: edges are short, so few cells too many. */
function markCells(ring: readonly (readonly number[])[], isCrossed: Uint8Array): void {
  let before: readonly number[] | undefined;
  for (const position of ring) {
    if (before) {
      const [lon = 0, lat = 0] = before;
      // An edge over 180° goes the short way.
      const [x = 0, y = 0] = position;
      const end = x + 360 * Math.round((lon - x) / 360);
      const [, south] = findCell([0, Math.min(lat, y)]);
      const [, north] = findCell([0, Math.max(lat, y)]);
      const [west, east] = [Math.min(lon, end), Math.max(lon, end)].map((edge) => Math.floor((edge + 180) * CELLS));
      for (let row = south; row <= north; row++) {
        for (let column = west ?? 0; column <= (east ?? 0); column++) isCrossed[row * COLUMNS + modulo(column, COLUMNS)] = 1;
      }
    }
    before = position;
  }
}

/** The countries, or null where the base map cannot be had: routes are measured all the same. */
export async function loadCountryLookupOrNull(base: string, options: LoadOptions): Promise<Locate | null> {
  try {
    return await loadCountryLookup(base, options);
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
}
