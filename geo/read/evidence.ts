import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { changesFile } from '../../src/core/dataset/schema/context/changes.ts';
import { authoredDisruption, statusEvidence, type StatusEvidence } from '../../src/core/dataset/schema/context/disruptions.ts';
import { timesFile } from '../../src/core/dataset/schema/context/times.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

/** What is known of the network over time: how long it takes, what disrupts it, how new the evidence is, what was changed. */
export type Evidence = ReturnType<typeof readEvidence>;

/**
 * Reads the four files; each may be missing, which says that nothing is known.
 *
 * @param dir the folder `geo` or one like it
 * @param problems what does not parse is added here
 */
export function readEvidence(dir: string, problems: Problem[]) {
  const at = (...path: string[]) => relative('.', join(dir, ...path));
  const files = {
    times: at('network', 'times.json'),
    status: at('network', 'status-evidence.json'),
    disruptions: at('context', 'disruptions.json'),
    changes: at('context', 'changes.json'),
  };
  const list = <S extends v.ArraySchema<v.GenericSchema, undefined>>(file: string, schema: S): v.InferOutput<S> =>
    existsSync(file) ? readJson(file, { schema, fallback: [] }, problems) : [];
  const nothing = null as StatusEvidence | null;
  return {
    files,
    times: list(files.times, timesFile),
    disruptions: list(files.disruptions, v.array(authoredDisruption)),
    changes: list(files.changes, changesFile),
    status: existsSync(files.status)
      ? readJson(files.status, { schema: v.nullable(statusEvidence), fallback: nothing }, problems)
      : nothing,
  };
}
