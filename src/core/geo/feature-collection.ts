import type { Feature, FeatureCollection } from 'geojson';

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

export const collect = <G extends Feature['geometry'], P>(features: Feature<G, P>[]): FeatureCollection<G, P> => ({
  type: 'FeatureCollection',
  features,
});
