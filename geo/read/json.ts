import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Problem } from './problem.ts';

/** What a file's text must be, and what to carry on with where it is not, so that one run tells all problems. */
interface Expected<S extends v.GenericSchema> {
  schema: S;
  fallback: v.InferOutput<S>;
}

/** Reads and parses one JSON file; what does not hold is added to `problems`. */
export function readJson<S extends v.GenericSchema>(
  file: string,
  { schema, fallback }: Expected<S>,
  problems: Problem[],
): v.InferOutput<S> {
  if (!existsSync(file)) {
    problems.push({ file, feature: 'the file', problem: 'does not exist', remedy: 'add it; geo/README.md says what is in it' });
    return fallback;
  }
  const text = readFileSync(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    problems.push({
      file,
      feature: findLine(text, error),
      problem: `is not JSON (${String(error)})`,
      remedy: 'correct it there',
    });
    return fallback;
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) problems.push(inWords(file, json, issue));
  return fallback;
}

/** The line that a JSON parser stopped at, where it says so. */
function findLine(text: string, error: unknown): string {
  const at = /at position (\d+)/.exec(String(error))?.[1];
  return at === undefined ? 'the file' : `line ${text.slice(0, Number(at)).split('\n').length}`;
}

/** Path from the root down to what does not parse, with the id of the feature on the way where there is one. */
function inWords(file: string, json: unknown, issue: v.BaseIssue<unknown>): Problem {
  const path = v.getDotPath(issue) ?? 'the file';
  const id = idOnPath(
    json,
    (issue.path ?? []).map(({ key }) => key),
  );
  return {
    file,
    feature: id ? `${id} (${path})` : path,
    problem: issue.message,
    remedy: 'give it the shape that src/core/dataset/model.ts describes',
  };
}

function idOnPath(json: unknown, keys: unknown[]): string | undefined {
  let id: string | undefined;
  let here: unknown = json;
  for (const key of [undefined, ...keys]) {
    if (key !== undefined) here = (here as Record<string, unknown> | undefined)?.[String(key)];
    const own = here as { id?: unknown; properties?: { id?: unknown } } | null | undefined;
    const found = own?.properties?.id ?? own?.id;
    if (typeof found === 'string') id = found;
  }
  return id;
}

/** Files of a folder that end so, in the order of their names; an empty list where there is no such folder. */
export function listFiles(dir: string, end: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(end))
    .sort()
    .map((name) => join(dir, name));
}
