/** `nodes.geojson` */
import * as v from 'valibot';
import { country, id, km, names, sources, text } from './fields.ts';
import { collection, point } from './geometry.ts';

export const NODE_KINDS = ['station', 'junction', 'port', 'border', 'gauge-change', 'city', 'waypoint'] as const;

export const nodeProperties = v.object({
  id,
  name: v.string(),
  names,
  country,
  kind: v.picklist(NODE_KINDS),
  /** 1 (shown from far out) to 4 (only close up). */
  rank: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
  locode: v.optional(v.string()),
  /** Codes of the place in other systems: UN/LOCODE, stations of the ESR (ex-Soviet railways) and of the UIC. */
  codes: v.optional(
    v.object({ locode: v.optional(v.string()), esr: v.optional(v.array(v.string())), uic: v.optional(v.string()) }),
  ),
  accuracyKm: v.optional(km),
  note: v.optional(text),
  sources,
});

export const nodesFile = collection(point, nodeProperties);
export type NodeFeature = v.InferOutput<typeof nodesFile>['features'][number];
