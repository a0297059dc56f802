/**
 * `npm run --silent measure -- FROM TO [--via A,B] [--avoid country:RU,mode:sea] [--status open,planned] [--by length] [--ways 1]
 * [--year YEAR] [--close LINK]`: the best paths between two nodes of the published dataset, as JSON. Exit status 2, with a message
 * on standard error, where there is none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import {
  findBestPaths,
  MOST_FOUND,
  type Network,
  findServedPlaces,
  getStops,
  type FoundPath,
  type PathRequest,
} from '../../src/core/routing/best-paths.ts';
import { CRITERIA } from '../../src/core/url/compare-items.ts';
import { AtlasError } from '../../src/core/dataset/errors.ts';
import { type LengthModel, lengthModelFile } from '../../src/core/dataset/schema/length-model.ts';
import { estimateLegs } from '../../src/core/measure/estimate.ts';
import { findPublishedCover } from '../../src/core/measure/published-cover.ts';
import { type LinkFeature, linksFile, MODES, type NodeFeature, nodesFile, STATUSES } from '../../src/core/dataset/model.ts';
import { type Condition, explainNoPath } from '../../src/core/routing/no-path-reasons.ts';
import { YEARS } from '../../src/core/dataset/enums.ts';
import { suggestNames } from './suggest.ts';

const USAGE = `usage: npm run --silent measure -- FROM TO [--via A,B] [--avoid country:RU,mode:sea] [--status open,planned]
                                       [--by length] [--ways 1] [--year YEAR] [--close LINK,LINK]

  FROM, TO, --via   ids of nodes, such as those in static/data/nodes.geojson
  --avoid           countries (ISO 3166-1 alpha-2) and modes (${MODES.join(', ')}) that the path must not use; disrupted: what a disruption
                    bears on
  --status          what the path may use: ${STATUSES.join(', ')}; only "open" where this is left out
  --by              what the best path has least of: ${CRITERIA.join(', ')}; length where this is left out
  --ways            how many paths that really differ, up to ${MOST_FOUND}; more than one stand under "ways"
  --year            only what was open by the end of that year, whatever its status is now
  --close           ids of links that are closed for the trial; "openKm" is the length of the path with them open
  --data            folder of the dataset; static/data where this is left out`;

export interface MeasureRequest {
  way: PathRequest & { count: number };
  data: string;
}

const parts = (list: string | undefined) => (list ?? '').split(',').flatMap((part) => part.trim() || []);
const parseOneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  const known = allowed.find((item) => item === value);
  if (!known) throw new AtlasError('bad-option', { option, value, allowed: allowed.join(', ') });
  return known;
};

/** @throws AtlasError `bad-option` for arguments that make no sense */
export function parseRequest(args: string[]): MeasureRequest {
  const text = { type: 'string' } as const;
  const options = {
    via: text,
    avoid: text,
    status: text,
    by: text,
    ways: text,
    year: text,
    close: text,
    data: text,
  };
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options });
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
    if (parseOneOf('--avoid', kind!, ['country', 'mode', 'disrupted'] as const) !== 'country') return [];
    if (!/^[A-Za-z]{2}$/.test(code))
      throw new AtlasError('bad-option', { option: '--avoid country', value: code, allowed: 'AZ, GE …' });
    return [code.toUpperCase()];
  });
  const avoidModes = avoid.flatMap(([kind, mode = '']) => (kind === 'mode' ? [parseOneOf('--avoid mode', mode, MODES)] : []));
  const year = values.year === undefined ? null : whole('--year', values.year, YEARS.first, YEARS.last);
  const statuses = parts(values.status).map((s) => parseOneOf('--status', s, STATUSES));
  return {
    way: {
      from,
      to,
      via: parts(values.via),
      avoidCountries,
      avoidModes,
      year,
      closed: parts(values.close),
      avoidDisrupted: avoid.some(([kind]) => kind === 'disrupted'),
      // A year says itself what was open then.
      ...(statuses.length > 0 ? { statuses } : year === null ? { statuses: ['open'] } : {}),
      by: parseOneOf('--by', values.by ?? 'length', CRITERIA),
      count: whole('--ways', values.ways ?? '1', 1, MOST_FOUND),
    },
    data: values.data ?? 'static/data',
  };
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new AtlasError('bad-option', { option, value: text, allowed: `${least} to ${most}` });
}

/**
 * The answer of the command; lengths in kilometres.
 *
 * @param model how lengths are estimated; the estimate is null without it
 * @throws AtlasError `unknown-id` for a stop or closed link that the network does not have, `no-path` where there is no way
 */
export function measurePath(network: Network, request: MeasureRequest['way'], model: LengthModel | null = null) {
  const { from, to } = request;
  const served = findServedPlaces(network);
  for (const id of getStops(request)) if (!served.has(id)) throw new AtlasError('unknown-id', { id });
  for (const id of request.closed ?? []) if (!network.links.has(id)) throw new AtlasError('unknown-id', { id });
  const stops = getStops(request).filter((id, i, all) => id !== all[i - 1]);
  if (stops.length === 1) {
    return {
      from,
      to,
      drawnKm: 0,
      estimatedKm: 0,
      estimatedLow: 0,
      estimatedHigh: 0,
      publishedKm: null,
      links: [],
      nodes: [from],
      countries: [],
      modes: [],
      gaugeBreaks: 0,
      borderCrossings: 0,
    };
  }
  const way = { ...request, via: stops.slice(1, -1) };
  const ways = findBestPaths(network, way).map((found) => ({ from, to, ...buildAnswer(network, found, model) }));
  const [best] = ways;
  if (!best) throw new AtlasError('no-path', { from, to });
  const [open] = way.closed?.length ? findBestPaths(network, { ...way, closed: [], count: 1 }) : [];
  return { ...best, ...(open && { openKm: open.measured.drawnKm }), ...(request.count > 1 && { ways }) };
}

function buildAnswer({ links }: Network, { legs, measured }: FoundPath, model: LengthModel | null) {
  const travelled = legs.map(({ id, reversed }) => ({ link: links.get(id)!, reversed }));
  const estimate = estimateLegs(travelled, model);
  return {
    drawnKm: measured.drawnKm,
    estimatedKm: estimate?.km ?? null,
    estimatedLow: estimate?.low ?? null,
    estimatedHigh: estimate?.high ?? null,
    publishedKm: findPublishedCover(
      travelled.map(({ link }) => link.properties),
      model,
    ),
    links: legs,
    nodes: measured.nodes.map(({ id }) => id),
    countries: measured.byCountry,
    modes: measured.byMode,
    gaugeBreaks: measured.gaugeBreaks,
    borderCrossings: measured.borderCrossings,
  };
}

/** What went wrong and what to do about it, for the command line. */
export function explain(error: AtlasError, network: Network, request?: MeasureRequest): string {
  const { code, params } = error;
  if (code === 'unknown-id') {
    const places = [...network.nodes.values()].map(({ properties: { id, name, names } }) => ({
      id,
      names: [name, ...Object.values(names)],
    }));
    if (places.some(({ id }) => id === params.id)) return `no line of the network serves "${params.id}"`;
    if (request?.way.closed?.includes(String(params.id))) return `there is no link "${params.id}" to close`;
    const near = suggestNames(String(params.id), places);
    return `there is no place "${params.id}" on the network${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`;
  }
  if (code === 'no-path') {
    const reason = request ? explainNoPath(network, request.way) : null;
    const lifts = (reason && 'lifts' in reason ? reason.lifts : []).map(
      ({ condition, km }) => `${formatOption(condition)} (then ${km} km)`,
    );
    const remedy =
      lifts.length > 0
        ? `there is one without ${lifts.join(', or without ')}`
        : `try --status ${STATUSES.join(',')}, or avoid less`;
    return `there is no way from ${params.from} to ${params.to} under these conditions (status: ${request?.way.statuses?.join(', ') ?? 'any'}); ${remedy}`;
  }
  if (code === 'unreachable') return `${params.file} is not there; run "npm run data" first`;
  if (code === 'bad-option') return `${params.option}: "${params.value}" is none of: ${params.allowed}\n\n${USAGE}`;
  return error.message;
}

function formatOption(condition: Condition): string {
  switch (condition.kind) {
    case 'country':
      return `--avoid country:${condition.code}`;
    case 'mode':
      return `--avoid mode:${condition.mode}`;
    case 'status':
      return 'the limit of --status';
    case 'year':
      return `--year ${condition.year}`;
    case 'disrupted':
      return '--avoid disrupted';
    case 'closed':
      return `--close ${condition.link}`;
    case 'via':
      return `--via ${condition.node}`;
  }
}

const byId = <F extends { properties: { id: string } }>(features: readonly F[]): Map<string, F> =>
  new Map(features.map((feature) => [feature.properties.id, feature]));

function readFile<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  if (!existsSync(file)) throw new AtlasError('unreachable', { file });
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}

/** @returns the exit status: 0, or 2 where there is no answer */
export function main(args: string[], print: (text: string) => void, complain: (text: string) => void): number {
  let nodes: readonly NodeFeature[] = [];
  let links: readonly LinkFeature[] = [];
  let request: MeasureRequest | undefined;
  try {
    if (args.includes('--help')) {
      print(USAGE);
      return 0;
    }
    request = parseRequest(args);
    nodes = readFile(join(request.data, 'nodes.geojson'), nodesFile).features;
    links = readFile(join(request.data, 'links.geojson'), linksFile).features;
    const model = readFile(join(request.data, 'length-model.json'), lengthModelFile);
    print(JSON.stringify(measurePath({ nodes: byId(nodes), links: byId(links) }, request.way, model), null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    complain(`measure: ${explain(error, { nodes: byId(nodes), links: byId(links) }, request)}`);
    return 2;
  }
}
