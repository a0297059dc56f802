import type { Feature, Geometry } from 'geojson';
import type { NamedFeature } from '../formats/format.ts';
import type { ImportedRoute } from './imported-route.ts';

/** Imported routes as features with all that their files said, under the names that their reader gave them. */
export function listRouteFeatures(routes: readonly Pick<ImportedRoute, 'name' | 'source'>[]): NamedFeature[] {
  return routes.map(({ name, source }) => {
    // The source was written by the import, which checked it.
    const feature = JSON.parse(source) as Feature<Geometry, Record<string, unknown>>;
    return { ...feature, properties: { ...feature.properties, name } };
  });
}
