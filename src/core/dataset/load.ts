/** Fetching the published dataset, file by file: whatever comes is checked at the border, whatever fails is typed. */
import * as v from 'valibot';
import { AtlasError } from './errors.ts';
import { lengthModelFile } from './length-model-schema.ts';
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
} from './model.ts';

/** The part of a response that is read. */
export interface Answer {
  ok: boolean;
  status: number;
  text(): Promise<string>;
}

export interface LoadOptions {
  fetch(url: string, init: { signal: AbortSignal }): Promise<Answer>;
  /** How long to wait for a file; 20 seconds where nothing is said. */
  seconds?: number;
  signal?: AbortSignal;
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
} as const;
export type PartName = keyof typeof PARTS;
export type Parts = { [K in PartName]?: v.InferOutput<(typeof PARTS)[K]['schema']> };

/** Fetches and parses one file. Throws `unreachable`, `timeout`, `malformed` or `invalid`. */
export async function loadFile<S extends v.GenericSchema>(
  url: string,
  schema: S,
  options: LoadOptions,
): Promise<v.InferOutput<S>> {
  return parsed(url, schema, await loadJson(url, options));
}

/** The manifest; a later version of the dataset says so before its shape is looked at. */
export async function loadManifest(base: string, options: LoadOptions): Promise<Manifest> {
  const url = `${base}manifest.json`;
  const json = await loadJson(url, options);
  const version = v.safeParse(v.looseObject({ version: v.number() }), json);
  if (version.success && version.output.version > DATASET_VERSION) {
    throw new AtlasError('newer', { version: version.output.version, supported: DATASET_VERSION });
  }
  return parsed(url, manifest, json);
}

export async function loadPart<K extends PartName>(base: string, name: K, options: LoadOptions): Promise<NonNullable<Parts[K]>> {
  const { file, schema } = PARTS[name];
  return (await loadFile(base + file, schema, options)) as NonNullable<Parts[K]>;
}

const getName = (url: string): string => url.split('/').slice(-2).join('/');

async function loadJson(url: string, { fetch, seconds = SECONDS, signal }: LoadOptions): Promise<unknown> {
  const file = getName(url);
  const late = AbortSignal.timeout(seconds * 1000);
  const either = signal ? AbortSignal.any([signal, late]) : late;
  let text: string;
  try {
    const answer = await fetch(url, { signal: either });
    if (!answer.ok) throw new AtlasError('unreachable', { file, status: answer.status });
    text = await answer.text();
  } catch (error) {
    if (error instanceof AtlasError) throw error;
    if (late.aborted) throw new AtlasError('timeout', { file, seconds }, error);
    throw new AtlasError('unreachable', { file }, error);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AtlasError('malformed', { file }, error);
  }
}

function parsed<S extends v.GenericSchema>(url: string, schema: S, json: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new AtlasError('invalid', { file: getName(url), path: v.getDotPath(issue) ?? '.', problem: issue.message });
}
