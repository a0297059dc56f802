/** Lines of the dataset, and of the reader, in the formats of other programs. */
import type { Feature, FeatureCollection } from 'geojson';
import type { NamedFeature, WriteOptions } from '../../core/import/formats/format.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import { getLineColour } from '../../core/style/palette.ts';

/** Formats that lines are offered in beside GeoJSON, by their id in the list of import formats. */
export const LINE_FORMATS = ['gpx', 'kml'] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

export interface WrittenLines {
  text: string;
  /** Media type. */
  type: string;
}

/** Text of a file; the code of the formats is fetched when it is first asked for. */
export async function writeLines(
  id: LineFormat | 'geojson',
  features: readonly NamedFeature[],
  options: WriteOptions,
): Promise<WrittenLines> {
  const { FORMATS } = await import('../../core/import/formats/index.ts');
  const format = FORMATS.find((one) => one.id === id);
  if (!format?.write) throw new Error(`No format writes ${id}.`);
  return { text: format.write(features, options), type: format.type ?? 'text/plain' };
}

/** Features of the dataset with their names in the reader's language, and the colours that they have on the map by day. */
export function nameFeatures(atlas: Atlas, { features }: FeatureCollection, getName: (id: string) => string): NamedFeature[] {
  return features.map((feature: Feature) => {
    const properties = feature.properties ?? {};
    const id = String(properties['id'] ?? '');
    return {
      ...feature,
      properties: { ...properties, name: getName(id), stroke: getLineColour('light', findColour(atlas, id)) },
    };
  });
}

/** Name of the palette's colour of a route, its corridor or the group that a link is drawn for. */
function findColour(atlas: Atlas, id: string): string | undefined {
  const corridor = [...atlas.corridors.values()].find(({ routes }) => routes.includes(id));
  return atlas.routes.get(id)?.colour ?? corridor?.colour ?? atlas.parallelLines.find(({ link }) => link === id)?.colour;
}
