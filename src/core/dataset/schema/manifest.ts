/** `manifest.json` */
import * as v from 'valibot';
import { id, sources, text, webAddress } from './fields.ts';

export const source = v.object({
  id,
  /** As the source prints it; where that is not known, what it is, in English, and `described`. */
  title: v.string(),
  described: v.optional(v.boolean()),
  /** Of the title; English where it is not given. */
  lang: v.optional(v.string()),
  publisher: v.optional(v.string()),
  /** Whom the publisher cites. */
  after: v.optional(v.string()),
  /** Who has published it again, where it was read. */
  host: v.optional(v.string()),
  /** Language of what a description describes: the dictionaries say it by `source.written.CODE`. */
  written: v.optional(v.string()),
  date: v.optional(v.string()),
  url: webAddress,
  licence: v.optional(v.string()),
  /** True where no source could be named: "general knowledge, unverified". */
  unverified: v.optional(v.boolean()),
});

/** What was found and not used, and why. */
export const leftOutFile = v.array(v.object({ id, text, sources }));

export const manifest = v.object({
  version: v.number(),
  built: v.string(),
  files: v.record(v.string(), v.object({ sha256: v.string(), bytes: v.number() })),
  sources: v.array(source),
  licences: v.array(
    v.object({
      what: text,
      licence: v.string(),
      url: webAddress,
      credit: v.string(),
      /** Credited in the corner of the map. */
      onMap: v.optional(v.boolean()),
    }),
  ),
  leftOut: v.optional(leftOutFile),
});
export type Manifest = v.InferOutput<typeof manifest>;
