/**
 * Fields that several files of the dataset share. Lengths are kilometres, coordinates WGS 84 lon/lat in degrees, gauges
 * millimetres, dates ISO 8601 (a year, a month or a day), countries ISO 3166-1 alpha-2.
 */
import * as v from 'valibot';
import { LANGS } from '../enums.ts';

export const FIDELITIES = ['track', 'stations', 'towns', 'hand'] as const;
export type Fidelity = (typeof FIDELITIES)[number];

export const FIGURE_KINDS = [
  'transit-time',
  'sailing-time',
  'capacity',
  'volume',
  'containers',
  'container-capacity',
  'trains',
  'berths',
  'area',
  'storage',
  'vessel-size',
  'gradient',
  'height',
  'tunnel',
  'passengers',
  'cost',
  'speed',
  'members',
  'tracking',
  'founded',
  'opened',
] as const;

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/));
export const iso = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
export const km = v.pipe(v.number(), v.finite(), v.minValue(0));
export const sources = v.pipe(v.array(id), v.minLength(1));

/** What a link may lead to; any other address, such as a script, is left out. */
export const webAddress = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//i))), undefined);

/** A value for each language of the interface: English always, the others where there is a translation. */
export const translated = <S extends v.GenericSchema>(schema: S) =>
  v.object({ ...v.entriesFromList(LANGS, v.optional(schema)), en: schema });

/** A text in the interface's languages. */
export const text = translated(v.string());
export type Text = v.InferOutput<typeof text>;

/** Names by language code; `local` is the name in the language and script of the place itself. */
export const names = v.record(v.string(), v.string());

/** A published length with its source. `part`: the figure covers only a part of the feature; the note says which. */
export const published = v.object({
  km,
  source: id,
  note: v.optional(text),
  part: v.optional(v.boolean()),
});

export type Published = v.InferOutput<typeof published>;

/** A published figure other than a length: either a number (or a span) with a unit, or a statement. */
export const figure = v.object({
  kind: v.picklist(FIGURE_KINDS),
  value: v.optional(v.pipe(v.number(), v.finite())),
  min: v.optional(v.pipe(v.number(), v.finite())),
  max: v.optional(v.pipe(v.number(), v.finite())),
  /** `t`, `Mt`, `TEU`, `d`, `h`, `ha`, `m`, `m2`, `permille`, `km/h`, `EUR-bn`, `count`. */
  unit: v.optional(v.string()),
  /** The period that the figure counts for, where it is not the time of `when`. */
  per: v.optional(v.picklist(['year'])),
  /** What the figure speaks of: a year, a date, or a span "2023/2025". */
  when: v.optional(v.string()),
  state: v.optional(v.picklist(['actual', 'planned', 'expected', 'target'])),
  text: v.optional(text),
  note: v.optional(text),
  sources,
});
export type Figure = v.InferOutput<typeof figure>;

/** Kilometres by country, in the order of travel; `XZ` is water of no country. */
export const byCountry = v.array(v.object({ code: country, km }));
