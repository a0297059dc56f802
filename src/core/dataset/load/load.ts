/** Fetching the published dataset, file by file: whatever comes is checked at the border, whatever fails is typed. */
import * as v from 'valibot';
import { AtlasError } from '../errors.ts';
import { lengthModelFile } from '../schema/length-model.ts';
import {
  areasFile,
  context,
  corridorsFile,
  DATASET_VERSION,
  eventsFile,
  lengthsFile,
  linksFile,
  type Manifest,
  manifest,
  nodesFile,
  routeIndexFile,
  parallelLinesFile,
} from '../model.ts';
import type { Lang } from '../enums.ts';
import { changesFile } from '../schema/context/changes.ts';
import { comparisonsFile } from '../schema/context/comparisons.ts';
import { disruptionsFile } from '../schema/context/disruptions.ts';
import { timesFile } from '../schema/context/times.ts';
import { limitSilence, type Silence } from './silence.ts';
import { findLifts, readVersion } from './versions.ts';

/** The part of a response that is read. */
interface Answer {
  ok: boolean;
  status: number;
  /** Read piece by piece where there is one. */
  body?: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  text(): Promise<string>;
}

export interface LoadOptions {
  fetch(url: string, init: { signal: AbortSignal }): Promise<Answer>;
  /** How long nothing of a file may come; 20 seconds by default. */
  seconds?: number;
  signal?: AbortSignal;
  /** Version of the dataset, as its manifest says; the newest by default. */
  version?: number;
}

const SECONDS = 20;

/** Files of the dataset that the page reads. */
export const PARTS = {
  nodes: { file: 'nodes.geojson', schema: nodesFile },
  links: { file: 'links.geojson', schema: linksFile },
  routes: { file: 'routes-index.json', schema: routeIndexFile },
  parallelLines: { file: 'parallel-lines.json', schema: parallelLinesFile },
  corridors: { file: 'corridors.json', schema: corridorsFile },
  areas: { file: 'areas.geojson', schema: areasFile },
  events: { file: 'events.json', schema: eventsFile },
  context: { file: 'context.json', schema: context },
  lengthModel: { file: 'length-model.json', schema: lengthModelFile },
  lengths: { file: 'lengths.json', schema: lengthsFile },
  times: { file: 'times.json', schema: timesFile },
  disruptions: { file: 'disruptions.json', schema: disruptionsFile },
  changes: { file: 'changes.json', schema: changesFile },
  comparisons: { file: 'comparisons.json', schema: comparisonsFile },
} as const;
export type PartName = keyof typeof PARTS;
/** Parts that are mostly texts: pages read them in one language beside English. */
export const TEXT_PARTS = ['context', 'events', 'changes'] as const satisfies readonly PartName[];

/** Path of a part that has its texts in English and one language only, below the dataset's folder. */
export const getTextPath = (name: (typeof TEXT_PARTS)[number], lang: Lang): string => `texts/${lang}/${PARTS[name].file}`;

const isTextPart = (name: PartName): name is (typeof TEXT_PARTS)[number] => TEXT_PARTS.some((one) => one === name);

export type Parts = { [K in PartName]?: v.InferOutput<(typeof PARTS)[K]['schema']> };

/**
 * Fetches and parses one file.
 *
 * @throws AtlasError `unreachable`, `timeout`, `malformed` or `invalid`
 */
export async function loadFile<S extends v.GenericSchema>(
  url: string,
  schema: S,
  options: LoadOptions,
): Promise<v.InferOutput<S>> {
  return parse(url, schema, await loadJson(url, options));
}

/**
 * The manifest. A dataset of a later version is refused before its shape is looked at.
 *
 * @throws AtlasError as `loadFile`, and `newer`
 */
export async function loadManifest(base: string, options: LoadOptions): Promise<Manifest> {
  const url = `${base}manifest.json`;
  const json = await loadJson(url, options);
  const version = readVersion(json) ?? DATASET_VERSION;
  if (version > DATASET_VERSION) throw new AtlasError('newer', { version, supported: DATASET_VERSION });
  return parse(url, manifest, lift(url, 'manifest', version, json));
}

/**
 * One of the files that the page reads, in the newest shape.
 *
 * @throws AtlasError as `loadFile`
 */
export async function loadPart<K extends PartName>(
  base: string,
  name: K,
  options: LoadOptions & { lang?: Lang },
): Promise<NonNullable<Parts[K]>> {
  const { file, schema } = PARTS[name];
  const url = base + (options.lang !== undefined && isTextPart(name) ? getTextPath(name, options.lang) : file);
  const json = lift(url, name, options.version ?? DATASET_VERSION, await loadJson(url, options));
  return parse(url, schema, json) as NonNullable<Parts[K]>;
}

const getFileName = (url: string): string => url.split('/').slice(-2).join('/');

const lift = (url: string, name: string, version: number, json: unknown): unknown =>
  findLifts(name, version).reduce((file: unknown, schema) => parse(url, schema, file), json);

/**
 * The bytes of one file.
 *
 * @throws AtlasError `unreachable` or `timeout`
 */
export const loadBytes = (url: string, options: LoadOptions): Promise<ArrayBuffer> =>
  load(url, options, ({ body }, silence) => listen(body, silence).arrayBuffer());

async function loadJson(url: string, options: LoadOptions): Promise<unknown> {
  const text = await load(url, options, (answer, silence) => (answer.body ? listen(answer.body, silence).text() : answer.text()));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AtlasError('malformed', { file: getFileName(url) }, error);
  }
}

async function load<T>(
  url: string,
  { fetch, seconds = SECONDS, signal }: LoadOptions,
  read: (answer: Answer, silence: Silence) => Promise<T>,
): Promise<T> {
  const file = getFileName(url);
  const silence = limitSilence(seconds);
  try {
    const answer = await fetch(url, { signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal });
    if (!answer.ok) throw new AtlasError('unreachable', { file, status: answer.status });
    return await read(answer, silence);
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    if (silence.signal.aborted) throw new AtlasError('timeout', { file, seconds }, error);
    throw new AtlasError('unreachable', { file }, error);
  } finally {
    silence.stop();
  }
}

/** Each piece that comes ends the silence. */
function listen(body: Answer['body'], { hear }: Silence): Response {
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      hear();
      controller.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(heard));
}

function parse<S extends v.GenericSchema>(url: string, schema: S, json: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new AtlasError('invalid', { file: getFileName(url), path: v.getDotPath(issue) ?? '.', problem: issue.message });
}
