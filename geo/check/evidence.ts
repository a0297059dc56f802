import { getLineId } from '../derive/evidence.ts';
import type { Evidence } from '../read/evidence.ts';
import type { Inputs } from '../read/inputs.ts';
import type { Problem } from '../read/problem.ts';
import type { Time } from '../../src/core/dataset/schema/context/times.ts';

const BETWEEN = ['run', 'sail'];
const AT_NODE = ['border', 'port', 'gauge'];

/** Times, disruptions, dates of evidence and changes name what exists, and say enough to be used. */
export function checkEvidence(evidence: Evidence, inputs: Inputs): Problem[] {
  return [
    ...checkTimes(evidence, inputs),
    ...checkDisruptions(evidence, inputs),
    ...checkStatus(evidence, inputs),
    ...checkChanges(evidence, inputs),
  ];
}

function checkTimes({ files: { times: file }, times }: Evidence, { nodes, routes, sources }: Inputs): Problem[] {
  const known = listIds(nodes.map(({ node }) => node.properties));
  const routeIds = listIds(routes);
  return [
    ...repeated(file, times),
    ...times.flatMap((time): Problem[] => [
      ...missing(file, time.id, 'a node', [time.from, time.to, time.node, ...(time.via ?? [])], known, 'geo/network/nodes'),
      ...missing(file, time.id, 'a route', [time.route], routeIds, 'geo/network/routes.json'),
      ...missing(file, time.id, 'a source', time.sources, listIds(sources), 'geo/sources.json'),
      ...incomplete(file, time),
    ]),
  ];
}

function incomplete(file: string, { id, kind, from, to, node, route, low, high }: Time): Problem[] {
  const told: Problem[] = [];
  if (BETWEEN.includes(kind) && !(from && to)) {
    told.push({
      file,
      feature: id,
      problem: `a time of kind "${kind}" has no two ends`,
      remedy: 'name the nodes "from" and "to"',
    });
  }
  if (AT_NODE.includes(kind) && !node && !route) {
    told.push({ file, feature: id, problem: `a time of kind "${kind}" has no place`, remedy: 'name a "node", or the "route"' });
  }
  if (kind === 'whole' && !route && !(from && to)) {
    told.push({ file, feature: id, problem: 'it does not say between where', remedy: 'name "from" and "to", or the "route"' });
  }
  if (low === undefined && high === undefined) {
    told.push({
      file,
      feature: id,
      problem: 'it has neither "low" nor "high"',
      remedy: 'give the hours or days that the source prints',
    });
  } else if (low !== undefined && high !== undefined && low > high) {
    told.push({ file, feature: id, problem: `"low" ${low} is more than "high" ${high}`, remedy: 'swap them' });
  }
  return told;
}

function checkDisruptions({ files: { disruptions: file }, disruptions }: Evidence, { nodes, links, sources }: Inputs): Problem[] {
  const lines = new Set(links.map(getLineId));
  const linkIds = listIds(links);
  const nodeIds = listIds(nodes.map(({ node }) => node.properties));
  return [
    ...repeated(file, disruptions),
    ...disruptions.flatMap((one): Problem[] => [
      ...missing(file, one.id, 'a line', one.lines, lines, 'geo/network/lines'),
      ...missing(file, one.id, 'a link', one.links, linkIds, 'geo/network/lines'),
      ...missing(file, one.id, 'a node', one.nodes, nodeIds, 'geo/network/nodes'),
      ...missing(file, one.id, 'a source', one.sources, listIds(sources), 'geo/sources.json'),
      ...(one.lines.length + one.links.length + one.nodes.length > 0
        ? []
        : [{ file, feature: one.id, problem: 'it bears on nothing', remedy: 'name "lines", "links" or "nodes"' }]),
      ...(one.until && one.until < one.since
        ? [
            {
              file,
              feature: one.id,
              problem: `it ends (${one.until}) before it begins (${one.since})`,
              remedy: 'correct "since" or "until"',
            },
          ]
        : []),
    ]),
  ];
}

function checkStatus({ files: { status: file }, status }: Evidence, { links, sources }: Inputs): Problem[] {
  if (!status) return [];
  const rows = [...Object.entries(status.lines), ...Object.entries(status.links), ['all', status.all] as const];
  return [
    ...missing(file, 'lines', 'a line', Object.keys(status.lines), new Set(links.map(getLineId)), 'geo/network/lines'),
    ...missing(file, 'links', 'a link', Object.keys(status.links), listIds(links), 'geo/network/lines'),
    ...rows.flatMap(([id, row]) => missing(file, id, 'a source', row.sources, listIds(sources), 'geo/sources.json')),
  ];
}

function checkChanges({ files: { changes: file }, changes }: Evidence, inputs: Inputs): Problem[] {
  const { nodes, links, routes, corridors, areas, events, context, sources } = inputs;
  const known = listIds([
    ...nodes.map(({ node }) => node.properties),
    ...areas.features.map(({ properties }) => properties),
    ...[links, routes, corridors, events, context.initiatives, context.claims].flat(),
  ]);
  return [
    ...repeated(file, changes),
    ...changes.flatMap(({ id, features, sources: cited }) => [
      ...missing(file, id, 'a feature', features, known, 'the network or the context'),
      ...missing(file, id, 'a source', cited, listIds(sources), 'geo/sources.json'),
    ]),
  ];
}

const listIds = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));

function repeated(file: string, rows: readonly { id: string }[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }): Problem[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ file, feature: id, problem: 'is there twice', remedy: 'give one of them another id' }];
  });
}

function missing(
  file: string,
  feature: string,
  what: string,
  named: readonly (string | undefined)[],
  known: ReadonlySet<string>,
  where: string,
): Problem[] {
  return named
    .filter((id): id is string => id !== undefined && !known.has(id))
    .map((id) => ({
      file,
      feature,
      problem: `names ${what} "${id}", which does not exist`,
      remedy: `correct the id, or add it to ${where}`,
    }));
}
