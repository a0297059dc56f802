/**
 * Versions of the published dataset. What was fetched says its version before it is validated: a file of an older one passes that
 * version's schema and is lifted step by step to the newest, the only one that the rest of the program knows.
 *
 * Version 2 would need: the new shapes in the files of `schema/`, `DATASET_VERSION = 2`, and in `OLDER` the row
 * `{ version: 1, files: { links: linksFile1 } }`, where `linksFile1` is `v.pipe(…the old shape…, v.transform(…to the new one…))`
 * in a file of its own, `schema/links-1.ts`. Files that did not change need nothing.
 */
import * as v from 'valibot';

export const DATASET_VERSION = 1;

/** Schemas of one older version, each of which gives out the shape of the version after it; by part, or `manifest`. */
export interface OlderVersion {
  version: number;
  files: Readonly<Record<string, v.GenericSchema>>;
}

/** Oldest first. */
const OLDER: readonly OlderVersion[] = [];

/** The version that a manifest says it has; null where it says none. */
export function readVersion(manifest: unknown): number | null {
  const result = v.safeParse(v.looseObject({ version: v.number() }), manifest);
  return result.success ? result.output.version : null;
}

/** The schemas that lift a file of a version to the newest one, in the order in which it passes them; none for the newest. */
export function findLifts(name: string, version: number, older: readonly OlderVersion[] = OLDER): v.GenericSchema[] {
  return older.filter((one) => one.version >= version).flatMap(({ files }) => files[name] ?? []);
}
