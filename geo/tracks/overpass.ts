/** Asking Overpass for railway ways, politely: one request at a time, with pauses, time limits and a cache that a later run goes on from. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { writeWhole } from '../publish/write.ts';

const at = v.object({
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});
/** A way with the ids and the positions of its nodes, as `out body geom` gives it. */
const way = v.pipe(
  v.object({
    type: v.literal('way'),
    id: v.number(),
    nodes: v.array(v.number()),
    geometry: v.array(at),
    tags: v.optional(v.record(v.string(), v.string()), {}),
  }),
  v.check(
    ({ nodes, geometry }) => nodes.length === geometry.length && nodes.length > 1,
    'needs a position for each of its nodes',
  ),
);
const answer = v.object({
  osm3s: v.object({ timestamp_osm_base: v.string() }),
  /** Set where the server gave up on the way: the elements are not all. */
  remark: v.optional(v.string()),
  elements: v.array(way),
});

export type RailWay = v.InferOutput<typeof way>;

export interface Ways {
  /** The state of OpenStreetMap that they are of, ISO 8601. */
  asOf: string;
  ways: RailWay[];
}

export interface OverpassOptions {
  endpoint: string;
  /** Folder of answers that came before. */
  cache: string;
  /** How long such an answer counts, in days. */
  days: number;
  userAgent: string;
  /** How long to wait for an answer; the query asks the server for as much. */
  seconds: number;
  /** Pause between two requests, in seconds. */
  gapSeconds: number;
  /** Requests for one query before it is given up. */
  attempts: number;
  /** Waits, in milliseconds; a test may count instead. */
  pause?(ms: number): Promise<unknown>;
}

/** Longest wait that a server may ask for, in seconds, and the most bytes of an answer. */
const LONGEST_WAIT = 180;
const MOST_BYTES = 256e6;
/** Answers that say "not now". */
const BUSY = new Set([429, 502, 503, 504]);
const FILE = 'Overpass';

/** What one attempt came to: an answer, or a failure that a later attempt may mend after a wait. */
type Attempt = { ways: Ways; text: string } | { error: AtlasError; again: boolean; waitSeconds?: number };

/**
 * A function that asks one query after the other.
 *
 * @returns `ask(query)`, which throws AtlasError `unreachable`, `timeout`, `malformed` or `invalid`; failures are never cached
 */
export function queryOverpass(options: OverpassOptions): (query: string) => Promise<Ways> {
  const { cache, days, gapSeconds, attempts, pause = sleep } = options;
  let before: Promise<unknown> = Promise.resolve();
  let asked = false;

  async function fetched(query: string): Promise<Ways> {
    const file = join(cache, `${createHash('sha256').update(query).digest('hex').slice(0, 24)}.json`);
    if (existsSync(file) && Date.now() - statSync(file).mtimeMs < days * 86_400_000) {
      const known = parse(readFileSync(file, 'utf8'));
      if ('ways' in known) return known.ways;
    }
    for (let n = 1; ; n++) {
      if (asked) await pause(gapSeconds * 1000);
      asked = true;
      const result = await request(query, options);
      if ('ways' in result) {
        writeWhole(file, result.text);
        return result.ways;
      }
      if (!result.again || n >= attempts) throw result.error;
      await pause(Math.min(LONGEST_WAIT, result.waitSeconds ?? 5 * 2 ** n) * 1000);
    }
  }

  return (query) => {
    const mine = before.then(() => fetched(query));
    before = mine.catch(() => undefined);
    return mine;
  };
}

async function request(query: string, { endpoint, userAgent, seconds }: OverpassOptions): Promise<Attempt> {
  // The server may use the whole time for itself before the answer travels.
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'User-Agent': userAgent, 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({ data: query }).toString(),
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      const waitSeconds = retryAfter(response.headers.get('retry-after'));
      const error = new AtlasError('unreachable', { file: FILE, status: response.status });
      return { error, again: BUSY.has(response.status), ...(waitSeconds !== undefined && { waitSeconds }) };
    }
    return parse(await readText(response));
  } catch (error) {
    if (error instanceof AtlasError) return { error, again: false };
    if (signal.aborted) return { error: new AtlasError('timeout', { file: FILE, seconds }, error), again: true };
    return { error: new AtlasError('unreachable', { file: FILE }, error), again: true };
  }
}

/** The text of an answer, as long as it is not endless. */
async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new AtlasError('invalid', { file: FILE, path: '.', problem: `more than ${MOST_BYTES} bytes` });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): Attempt {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { error: new AtlasError('malformed', { file: FILE }, error), again: true };
  }
  const parsed = v.safeParse(answer, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const params = { file: FILE, path: v.getDotPath(issue) ?? '.', problem: issue.message };
    return { error: new AtlasError('invalid', params), again: false };
  }
  const { remark, elements, osm3s } = parsed.output;
  if (remark) return { error: new AtlasError('invalid', { file: FILE, path: 'remark', problem: remark }), again: true };
  return { ways: { asOf: osm3s.timestamp_osm_base, ways: elements }, text };
}

/** Seconds of a `Retry-After` header, which is a number or a date; undefined where there is none that makes sense. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
