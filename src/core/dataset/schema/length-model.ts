/** `length-model.json`, how lengths are estimated: what the published sections say of each kind of drawn line. */
import * as v from 'valibot';
import { id } from './fields.ts';

/** Kinds of drawn line that are calibrated apart. */
export const LINE_KINDS = ['rail-detailed', 'rail-generalised', 'rail-sparse', 'rail-coarse', 'sea', 'road'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What a link's estimate rests on. */
export const estimateBasis = v.object({
  kind: v.picklist(LINE_KINDS),
  /** Estimated over drawn length, where no published section covers the link. */
  factor: positive,
  /** The published section that the link takes its share of, an id of `sections` of the length model. */
  section: v.optional(id),
});
export type EstimateBasis = v.InferOutput<typeof estimateBasis>;

/** What a route's estimate rests on. */
export const routeEstimate = v.object({
  /** Share of the estimate that published sections cover. */
  publishedShare: share,
  /** What is left to factors, by kind of line, kilometres as estimated. */
  kinds: v.array(v.object({ kind: v.picklist(LINE_KINDS), km: share })),
  /** The published sections, ids of the length model. */
  sections: v.array(id),
});

/** The three estimate fields and their basis, alike on links and routes; kilometres. */
export const estimateFields = {
  estimatedKm: v.optional(share),
  /** Bounds of the interval that holds `level` of the published sections. */
  estimatedLow: v.optional(share),
  estimatedHigh: v.optional(share),
};

const kindModel = v.object({
  kind: v.picklist(LINE_KINDS),
  /** Median of published over drawn length. */
  factor: positive,
  /** Relative standard deviation of the factor from line to line: it adds up over the links of a route. */
  common: share,
  /** Relative standard deviation of a single link: links are independent of each other. */
  own: share,
  /** How many published sections the factor rests on. */
  sections: v.number(),
  /** True where they are too few: the errors are those of all sections, doubled; the factor too where there is none. */
  pooled: v.optional(v.boolean()),
});

const modelSection = v.object({
  /** The id of `lengths.json`. */
  id,
  km: positive,
  /** Length of the drawn line over the same links. */
  drawnKm: positive,
  /** Relative standard deviations of the published figure, towards shorter and longer ones. */
  errorBelow: share,
  errorAbove: share,
  /** Standard deviation of the section by factors alone, kilometres: what the shares of its parts are uncertain by. */
  sharesKm: share,
  links: v.pipe(v.array(id), v.minLength(1)),
  sources: v.pipe(v.array(id), v.minLength(1)),
});

export const lengthModelFile = v.object({
  /** Share of published sections within the interval, each left out in turn. */
  level: share,
  /** Half the width of the interval in standard deviations. */
  z: positive,
  kinds: v.array(kindModel),
  sections: v.array(modelSection),
});
export type LengthModel = v.InferOutput<typeof lengthModelFile>;
export type KindModel = LengthModel['kinds'][number];
export type ModelSection = LengthModel['sections'][number];
