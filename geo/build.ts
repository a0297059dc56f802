/**
 * `npm run data`: reads what people edit (`geo/network`, `geo/context`), checks it, measures it and writes the published dataset
 * to `static/data`. With `--draft` it writes what it can in spite of problems, for work in progress.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  areasFile,
  context as contextFile,
  corridorsFile,
  eventsFile,
  linksFile,
  nodesFile,
  routesFile,
} from '../src/core/model.ts';
import { deriveAreas, deriveLink, deriveRoutes } from './steps/derive.ts';
import { readInputs } from './steps/inputs.ts';
import { locator } from './steps/locate.ts';
import { describe, type Problem } from './steps/problem.ts';
import { strandsOf } from './steps/strands.ts';
import { builtAt, publish, publishManifest, writeWhole } from './steps/write.ts';

const { values: options } = parseArgs({ options: { draft: { type: 'boolean', default: false } } });
const FROM = 'geo';
const TO = 'static/data';
const problems: Problem[] = [];

// Parse
const inputs = readInputs(FROM, problems);
const countries = new Map(inputs.nodes.map(({ node }) => [node.properties.id, node.properties.country]));
const countryOf = (node: string) => countries.get(node) ?? 'XX';

// Derive
const hasBase = existsSync('geo/steps/base-countries.ts');
const locate = hasBase
  ? locator(
      (await import('./steps/base-countries.ts'))
        .countryPolygons()
        .map(({ code, polygon }) => ({ value: code, geometry: polygon.geometry })),
    )
  : () => null;
const links = inputs.links.map((raw) => deriveLink(raw, countryOf, locate));
const routes = deriveRoutes(inputs.routes, links, countryOf, { file: join(FROM, 'network/routes.json'), problems });
const areas = deriveAreas(inputs.areas);

// Write
problems.map(describe).forEach((line) => console.error(line));
if (problems.length > 0 && !options.draft) process.exit(1);
const collection = <F>(features: F[]) => ({ type: 'FeatureCollection' as const, features });
publish(join(TO, 'nodes.geojson'), nodesFile, collection(inputs.nodes.map(({ node }) => node)));
publish(join(TO, 'links.geojson'), linksFile, collection(links));
publish(join(TO, 'routes.geojson'), routesFile, collection(routes));
publish(join(TO, 'areas.geojson'), areasFile, collection(areas));
publish(join(TO, 'corridors.json'), corridorsFile, inputs.corridors);
publish(join(TO, 'context.json'), contextFile, inputs.context);
publish(join(TO, 'events.json'), eventsFile, inputs.events);
writeWhole(join(TO, 'strands.geojson'), `${JSON.stringify(strandsOf(links, routes, inputs.corridors))}\n`);
rmSync(join(TO, 'manifest.json'), { force: true });
publishManifest(TO, { built: builtAt(inputs.context.statusAsOf), sources: inputs.sources, licences: inputs.licences });
console.log(`${inputs.nodes.length} nodes, ${links.length} links, ${routes.length} routes`);
