/** `routes.geojson` and `routes-index.json` */
import * as v from 'valibot';
import { MODES, STATUSES } from '../enums.ts';
import { byCountry, country, FIDELITIES, figure, id, km, names, published, text } from './fields.ts';
import { estimateFields, routeEstimate } from './length-model.ts';
import { collection, multiLine } from './geometry.ts';

export const ROUTE_KINDS = ['variant', 'railway', 'alternative'] as const;

/** A link as a path travels it; `reversed`: from its `to` to its `from`. */
const leg = v.object({ id, reversed: v.boolean() });
export type Leg = v.InferOutput<typeof leg>;

export const routeProperties = v.object({
  id,
  name: v.string(),
  names,
  /** What a key calls it that has no room for its name, which is its text by default. */
  shortName: v.optional(text),
  kind: v.picklist(ROUTE_KINDS),
  colour: v.optional(v.string()),
  summary: v.optional(text),
  links: v.array(leg),
  drawnKm: km,
  ...estimateFields,
  estimate: v.optional(routeEstimate),
  published: v.array(published),
  straightKm: km,
  /** Drawn length over straight-line length, a ratio. */
  detour: v.number(),
  byCountry,
  byMode: v.array(v.object({ mode: v.picklist(MODES), km })),
  /** Rail only. */
  byGauge: v.array(v.object({ gaugeMm: v.number(), km })),
  byStatus: v.array(v.object({ status: v.picklist(STATUSES), km })),
  byFidelity: v.array(v.object({ fidelity: v.picklist(FIDELITIES), km })),
  borderCrossings: v.number(),
  gaugeBreaks: v.number(),
  modeChanges: v.number(),
  /** Kilometre of each node, from the start of the route. */
  nodes: v.array(v.object({ id, km })),
  /** Countries in the order of travel, each with the kilometre where it is entered; a sea between two is one crossing. */
  crossings: v.array(v.object({ km, from: country, to: country, bySea: v.boolean() })),
  breaks: v.array(v.object({ km, node: id, fromMm: v.number(), toMm: v.number() })),
  changes: v.array(v.object({ km, node: id, from: v.picklist(MODES), to: v.picklist(MODES) })),
  vertices: v.number(),
  figures: v.array(figure),
  sources: v.array(id),
});
export type RouteProperties = v.InferOutput<typeof routeProperties>;

export const routesFile = collection(multiLine, routeProperties);
export type RouteFeature = v.InferOutput<typeof routesFile>['features'][number];

/** The routes without their lines, which repeat those of the links: what the page reads. */
export const routeIndexFile = v.array(routeProperties);
