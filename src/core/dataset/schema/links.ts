/** `links.geojson` */
import * as v from 'valibot';
import { MODES, STATUSES } from '../enums.ts';
import { byCountry, FIDELITIES, id, iso, km, published, sources, text } from './fields.ts';
import { estimateBasis, estimateFields } from './length-model.ts';
import { disruption } from './context/disruptions.ts';
import { collection, line } from './geometry.ts';

export const linkProperties = v.object({
  id,
  from: id,
  to: id,
  mode: v.picklist(MODES),
  /** Null where there is no track: sea and road. */
  gaugeMm: v.nullable(v.number()),
  status: v.picklist(STATUSES),
  opened: v.optional(iso),
  closed: v.optional(iso),
  /** Date of the newest evidence of the status. */
  asOf: v.optional(iso),
  /** What keeps traffic off the link in spite of its status. */
  disruption: v.optional(v.omit(disruption, ['links', 'nodes'])),
  drawnKm: km,
  ...estimateFields,
  estimate: v.optional(estimateBasis),
  published: v.array(published),
  fidelity: v.picklist(FIDELITIES),
  /** One row for each country, in the order from `from` to `to`. The rows add up to `drawnKm`. */
  countries: byCountry,
  /** The same with a row for each time that the line enters a country; only where it goes back into one. */
  passes: v.optional(byCountry),
  /** Points of the drawn line before it is simplified for display. */
  vertices: v.number(),
  note: v.optional(text),
  sources,
});

export const linksFile = collection(line, linkProperties);
export type LinkFeature = v.InferOutput<typeof linksFile>['features'][number];
export type LinkProperties = LinkFeature['properties'];
