/**
 * `npm run data`: reads what people edit (`geo/network`, `geo/context`), checks it, measures it and writes the published dataset
 * to `static/data`. `--from` and `--to`, or `ATLAS_FROM` and `ATLAS_TO`, name other folders. With `--draft` it writes what it can in spite of problems, for work in progress.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  areasFile,
  context as contextFile,
  corridorsFile,
  eventsFile,
  linksFile,
  nodesFile,
  routeIndexFile,
  routesFile,
  parallelLinesFile,
} from '../src/core/dataset/model.ts';
import { type BaseMap, readBaseMap } from './base-map/base-map.ts';
import { checkEvidence } from './check/evidence.ts';
import { checkInputs } from './check/inputs.ts';
import { checkRoutes } from './check/routes.ts';
import { deriveAreas, deriveLink, deriveRoutes } from './derive/derive.ts';
import { resolveDisruptions, withEvidence } from './derive/evidence.ts';
import { publishEvidence } from './publish/evidence.ts';
import { readEvidence } from './read/evidence.ts';
import { readInputs } from './read/inputs.ts';
import { findCharacters, writeFonts } from './base-map/fonts.ts';
import { checkLengths, formatLengthTable, measureLengths } from './derive/lengths.ts';
import { describeProblem, type Problem } from './read/problem.ts';
import { deriveParallelLines } from './derive/parallel-lines.ts';
import { readBuildDate, publish, publishManifest, writeWhole } from './publish/write.ts';

export interface BuildOptions {
  /** Folder of the data that people edit. */
  from: string;
  /** Folder that the dataset is written to. */
  to: string;
  base: BaseMap;
  /** Least number of nodes, and of nodes named in every language; that of `network/expect.json` where nothing is said. */
  least?: { nodes: number; translated: number };
  /** Write in spite of problems. */
  draft?: boolean;
}

/** The pipeline. Nothing is written where there are problems, except in a draft. */
export async function build({
  from,
  to,
  base,
  least,
  draft = false,
}: BuildOptions): Promise<{ problems: Problem[]; report: string }> {
  const problems: Problem[] = [];

  // Parse
  const inputs = readInputs(from, problems);
  const evidence = readEvidence(from, problems);
  const { files } = inputs;
  const countries = new Map(inputs.nodes.map(({ node }) => [node.properties.id, node.properties.country]));
  const countryOf = (node: string) => countries.get(node) ?? 'XX';

  // Validate
  problems.push(...checkInputs(inputs, { ...base, ...(least ?? inputs.expected) }), ...checkEvidence(evidence, inputs));

  // Derive
  const disruptions = resolveDisruptions(evidence.disruptions, inputs.links);
  const links = inputs.links.map((raw) =>
    withEvidence(deriveLink(raw, countryOf, base.locate), { raw, status: evidence.status, disruptions }),
  );
  const routes = deriveRoutes(inputs.routes, links, countryOf, { file: files.routes, problems });
  const areas = deriveAreas(inputs.areas);
  const lengths = measureLengths(inputs.lengths, links, { file: files.lengths, problems });
  problems.push(...checkRoutes(routes, links, files.routes), ...checkLengths(lengths, files.lengths));
  const report = `${formatLengthTable(lengths)}\n${inputs.nodes.length} nodes, ${links.length} links, ${routes.length} routes`;

  // Write
  if (problems.length > 0 && !draft) return { problems, report };
  const collection = <F>(features: F[]) => ({ type: 'FeatureCollection' as const, features });
  publish(join(to, 'nodes.geojson'), nodesFile, collection(inputs.nodes.map(({ node }) => node)));
  publish(join(to, 'links.geojson'), linksFile, collection(links));
  publish(join(to, 'routes.geojson'), routesFile, collection(routes));
  publish(join(to, 'areas.geojson'), areasFile, collection(areas));
  publish(join(to, 'corridors.json'), corridorsFile, inputs.corridors);
  const codes = [
    ...new Set(links.flatMap(({ properties }) => properties.countries.map(({ code }) => code)).concat([...countries.values()])),
  ];
  publish(join(to, 'context.json'), contextFile, {
    ...inputs.context,
    countries: Object.fromEntries(
      codes.sort().flatMap((code) => (base.countryName(code) ? [[code, base.countryName(code)!]] : [])),
    ),
  });
  publish(join(to, 'events.json'), eventsFile, inputs.events);
  publishEvidence(to, evidence, disruptions);
  publish(
    join(to, 'routes-index.json'),
    routeIndexFile,
    routes.map(({ properties }) => properties),
  );
  publish(join(to, 'parallel-lines.json'), parallelLinesFile, deriveParallelLines(links, routes, inputs.corridors));
  writeWhole(join(to, 'lengths.json'), `${JSON.stringify(lengths)}\n`);
  await base.write(join(to, 'base'));
  publishManifest(to, { built: readBuildDate(inputs.context.statusAsOf), sources: inputs.sources, licences: inputs.licences });
  return { problems, report };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = (value: string) => ({ type: 'string' as const, default: value });
  const { values } = parseArgs({
    options: {
      draft: { type: 'boolean', default: false },
      from: text(process.env['ATLAS_FROM'] ?? 'geo'),
      to: text(process.env['ATLAS_TO'] ?? 'static/data'),
    },
  });
  const { from, to, draft } = values;
  // A stale manifest must not vouch for files of a build that failed.
  if (!draft) rmSync(join(to, 'manifest.json'), { force: true });
  const { problems, report } = await build({ from, to, base: readBaseMap(), draft });
  if (problems.length === 0 || draft) await writeFonts(`${to}/fonts`, findCharacters([to, 'src/i18n']));
  console.log(report);
  for (const problem of problems) console.error(describeProblem(problem));
  if (problems.length > 0) {
    console.error(`${problems.length} problems`);
    if (!draft) process.exit(1);
  }
}
