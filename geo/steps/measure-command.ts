/**
 * `npm run --silent measure -- FROM TO [--via A,B] [--avoid country:RU,mode:sea] [--status open,planned]`: the shortest path
 * between two nodes of the published dataset, as JSON. Exit status 2, with a message on standard error, where there is none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AtlasError } from '../../src/core/errors.ts';
import { type PathOptions, shortestPath } from '../../src/core/graph.ts';
import { measureLegs, toMetres } from '../../src/core/measure.ts';
import { type LinkFeature, linksFile, MODES, type NodeFeature, nodesFile, STATUSES } from '../../src/core/model.ts';
import { suggest } from './suggest.ts';

export const USAGE = `usage: npm run --silent measure -- FROM TO [--via A,B] [--avoid country:RU,mode:sea] [--status open,planned]

  FROM, TO, --via   ids of nodes, such as those in static/data/nodes.geojson
  --avoid           countries (ISO 3166-1 alpha-2) and modes (${MODES.join(', ')}) that the way must not use
  --status          what the way may use: ${STATUSES.join(', ')}; only "open" where this is left out
  --data            folder of the dataset; static/data where this is left out`;

export interface MeasureRequest {
  /** Nodes in the order of travel, at least two. */
  via: string[];
  options: PathOptions;
  data: string;
}

const parts = (list: string | undefined) => (list ?? '').split(',').flatMap((part) => part.trim() || []);
const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  const known = allowed.find((item) => item === value);
  if (!known) throw new AtlasError('bad-option', { option, value, allowed: allowed.join(', ') });
  return known;
};

/** @throws AtlasError `bad-option` for arguments that make no sense */
export function parseRequest(args: string[]): MeasureRequest {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { via: text, avoid: text, status: text, data: text } });
  } catch (error) {
    throw new AtlasError('bad-option', { option: 'arguments', value: args.join(' '), allowed: 'those of the usage' }, error);
  }
  const { values, positionals } = parsed;
  const [from, to, ...rest] = positionals;
  if (!from || !to || rest.length > 0) {
    throw new AtlasError('bad-option', { option: 'arguments', value: positionals.join(' '), allowed: 'FROM TO' });
  }
  const avoid = parts(values.avoid).map((part) => part.split(':'));
  const avoidCountries = avoid.flatMap(([kind, code = '']) => {
    if (oneOf('--avoid', kind!, ['country', 'mode'] as const) === 'mode') return [];
    if (!/^[A-Za-z]{2}$/.test(code))
      throw new AtlasError('bad-option', { option: '--avoid country', value: code, allowed: 'AZ, GE …' });
    return [code.toUpperCase()];
  });
  const avoidModes = avoid.flatMap(([kind, mode = '']) => (kind === 'mode' ? [oneOf('--avoid mode', mode, MODES)] : []));
  const statuses =
    values.status === undefined ? (['open'] as const) : parts(values.status).map((s) => oneOf('--status', s, STATUSES));
  return {
    via: [from, ...parts(values.via), to],
    options: { avoidCountries, avoidModes, statuses },
    data: values.data ?? 'static/data',
  };
}

/** The answer of the command; lengths in kilometres. */
export function measurePath(
  via: readonly string[],
  links: readonly LinkFeature[],
  nodes: readonly NodeFeature[],
  options: PathOptions,
) {
  const byId = new Map(links.map((link) => [link.properties.id, link]));
  const countries = new Map(nodes.map(({ properties }) => [properties.id, properties.country]));
  const way = shortestPath(
    links.map(({ properties }) => properties),
    via,
    options,
  );
  const ends = { from: via[0]!, to: via.at(-1)! };
  if (way.length === 0) {
    return {
      ...ends,
      ...{ drawnKm: 0, publishedKm: null, links: [], nodes: [ends.from], countries: [], modes: [] },
      ...{ gaugeBreaks: 0, borderCrossings: 0 },
    };
  }
  const legs = way.map(({ id, reversed }) => ({ link: byId.get(id)!, reversed }));
  const measured = measureLegs(legs, (node) => countries.get(node) ?? 'XX');
  // A figure for a part of a link says nothing of the whole; of several, the first is the one that the data prefers.
  const published = legs.map(({ link }) => link.properties.published.find(({ part }) => !part)?.km ?? null);
  const whole = published.every((km) => km !== null) ? toMetres(published.reduce((sum, km) => sum + km, 0)) : null;
  return {
    ...ends,
    drawnKm: measured.drawnKm,
    publishedKm: whole,
    links: way,
    nodes: measured.nodes.map(({ id }) => id),
    countries: measured.byCountry,
    modes: measured.byMode,
    gaugeBreaks: measured.gaugeBreaks,
    borderCrossings: measured.borderCrossings,
  };
}

/** What went wrong and what to do about it, for the command line. */
export function explain(error: AtlasError, nodes: readonly NodeFeature[], { options }: Partial<MeasureRequest> = {}): string {
  const { code, params } = error;
  if (code === 'unknown-id') {
    const places = nodes.map(({ properties: { id, name, names } }) => ({ id, names: [name, ...Object.values(names)] }));
    if (places.some(({ id }) => id === params.id)) return `no line of the network serves "${params.id}"`;
    const near = suggest(String(params.id), places);
    return `there is no place "${params.id}" on the network${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`;
  }
  if (code === 'no-path') {
    const statuses = options?.statuses?.join(', ') ?? 'any';
    return `there is no way from ${params.from} to ${params.to} under these conditions (status: ${statuses}); try --status ${STATUSES.join(',')}, or avoid less`;
  }
  if (code === 'unreachable') return `${params.file} is not there; run "npm run data" first`;
  if (code === 'bad-option') return `${params.option}: "${params.value}" is none of: ${params.allowed}\n\n${USAGE}`;
  return error.message;
}

function readFeatures<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  if (!existsSync(file)) throw new AtlasError('unreachable', { file });
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

/** @returns the exit status: 0, or 2 where there is no answer */
export function main(args: string[], print: (text: string) => void, complain: (text: string) => void): number {
  let nodes: NodeFeature[] = [];
  let request: MeasureRequest | undefined;
  try {
    if (args.includes('--help')) {
      print(USAGE);
      return 0;
    }
    request = parseRequest(args);
    nodes = readFeatures(join(request.data, 'nodes.geojson'), nodesFile).features;
    const links = readFeatures(join(request.data, 'links.geojson'), linksFile).features;
    print(JSON.stringify(measurePath(request.via, links, nodes, request.options), null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    complain(`measure: ${explain(error, nodes, request)}`);
    return 2;
  }
}
