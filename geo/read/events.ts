import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type AtlasEvent, event, EVENT_KINDS } from '../../src/core/dataset/model.ts';
import { readJson } from './json.ts';
import type { Problem } from './problem.ts';

/** Events as they are edited: a kind that there is not is a problem here, while readers of a later dataset take it for `other`. */
const authoredEvents = v.array(v.object({ ...event.entries, kind: v.optional(v.string()) }));

/** Reads the events; one that names no kind is `other`. */
export function readEvents(file: string, problems: Problem[]): AtlasEvent[] {
  return readJson(file, { schema: authoredEvents, fallback: [] }, problems).map((row) => {
    const kind = row.kind === undefined ? 'other' : EVENT_KINDS.find((one) => one === row.kind);
    if (kind === undefined) {
      problems.push({
        file: `${file}:${findLine(file, row.id)}`,
        feature: row.id,
        problem: `"kind" is "${row.kind ?? ''}", which is no kind of event`,
        remedy: `give it one of ${EVENT_KINDS.join(', ')}`,
      });
    }
    return { ...row, kind: kind ?? 'other' };
  });
}

/** The line of the kind of an event, counted from 1; that of its id where the kind stands before it. */
function findLine(file: string, id: string): number {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const at = lines.findIndex((line) => line.includes(`"id": "${id}"`));
  const kind = lines.slice(at).findIndex((line) => line.includes('"kind":'));
  return at + Math.max(kind, 0) + 1;
}
