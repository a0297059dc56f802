/** `areas.geojson` */
import * as v from 'valibot';
import { country, figure, id, km, names, sources, text } from './fields.ts';
import { collection, surface } from './geometry.ts';

export const AREA_KINDS = ['port', 'terminal', 'free-zone'] as const;

export const areaProperties = v.object({
  id,
  name: v.string(),
  names,
  kind: v.picklist(AREA_KINDS),
  /** The area that this one is a part of. */
  parent: v.optional(id),
  /** The node of the network that stands for it. */
  node: v.optional(id),
  country,
  areaHa: v.number(),
  accuracyKm: v.optional(km),
  summary: v.optional(text),
  figures: v.array(figure),
  sources,
});

export const areasFile = collection(surface, areaProperties);
export type AreaFeature = v.InferOutput<typeof areasFile>['features'][number];
