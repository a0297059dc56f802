/** Which country a point lies in, by the land of the base map. */
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as v from 'valibot';
import { AtlasError } from '../../dataset/errors.ts';
import { loadFile, type LoadOptions } from '../../dataset/load.ts';
import { createLocator } from '../../geo/locate.ts';
import type { Locate } from './country-shares.ts';

const baseMap = v.looseObject({
  type: v.literal('Topology'),
  objects: v.looseObject({ land: v.looseObject({ type: v.literal('GeometryCollection') }) }),
});

/** Null where the shapes of a dataset do not say whose they are. Throws what `loadFile` throws. */
export async function loadCountryLookup(base: string, options: LoadOptions): Promise<Locate | null> {
  const topology = (await loadFile(`${base}base/10m.json`, baseMap, options)) as unknown as Topology<{
    land: GeometryCollection<{ code?: string }>;
  }>;
  const areas = feature(topology, topology.objects.land).features.flatMap(({ geometry, properties }: Feature) => {
    const code: unknown = properties?.['code'];
    const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    return typeof code === 'string' && isArea ? [{ value: code, geometry: geometry as Polygon | MultiPolygon }] : [];
  });
  if (areas.length === 0) return null;
  const locate = createLocator(areas);
  // Land on the far side of 180° goes on beyond it.
  return ([lon, lat]) => locate([lon, lat]) ?? locate([lon < 0 ? lon + 360 : lon - 360, lat]);
}

/** The countries, or null where the base map cannot be had: routes are measured all the same. */
export async function loadCountryLookupOrNull(base: string): Promise<Locate | null> {
  try {
    return await loadCountryLookup(base, { fetch: (url, init) => fetch(url, init) });
  } catch (error) {
    if (error instanceof AtlasError) return null;
    throw error;
  }
}
