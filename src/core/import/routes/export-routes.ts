import type { ImportedRoute } from './imported-route.ts';

/** GeoJSON of own routes with all that their files said; a new name takes the place of the old one. */
export function writeRoutesGeojson(routes: readonly Pick<ImportedRoute, 'name' | 'source'>[]): string {
  const features = routes.map(({ name, source }) => {
    const feature = JSON.parse(source) as { properties: Record<string, unknown> };
    const known = Object.values(feature.properties).some((value) => String(value).trim() === name);
    return known ? source : JSON.stringify({ ...feature, properties: { ...feature.properties, name } });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
