/**
 * `npm run data`: reads what people edit (`geo/config`, `geo/network`, `geo/context`, `geo/stories`), checks it, measures it and writes the
 * published dataset to `static/data`. `--from` and `--to`, or `ATLAS_FROM` and `ATLAS_TO`, name other folders. With `--draft` it
 * writes what it can in spite of problems, for work in progress.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Atlas, indexAtlas } from '../src/core/dataset/dataset.ts';
import type { LinkFeature, RouteFeature } from '../src/core/dataset/model.ts';
import { type BaseMap, buildBaseMap } from './base-map/base-map.ts';
import type { Surroundings } from './base-map/name-anchors.ts';
import { findCharacters, writeFonts } from './base-map/fonts.ts';
import { checkComparisons } from './check/comparisons.ts';
import { checkEvidence } from './check/evidence.ts';
import { listFeatureIds } from './check/ids.ts';
import { checkInputs, type CheckOptions } from './check/inputs.ts';
import { checkRoutes } from './check/routes.ts';
import { checkStart } from './check/texts/start.ts';
import { checkStories, formatUntold } from './check/texts/stories.ts';
import { checkTranslations } from './check/texts/translations.ts';
import { deriveAreas, deriveLink, deriveRoutes } from './derive/derive.ts';
import { computeLengthModel, estimateLinks, estimateRoutes } from './derive/estimates.ts';
import { findNewestEvidence, resolveDisruptions, withEvidence } from './derive/evidence.ts';
import { formatCalibration, formatLengthTable } from './derive/format-estimates.ts';
import { checkLengths, measureLengths } from './derive/lengths.ts';
import { type Derived, publishDataset } from './publish/dataset.ts';
import { formatMissing } from './publish/translations.ts';
import { openOutput } from './publish/output.ts';
import { readBuildDate } from './publish/write.ts';
import { locateComparisons, readComparisons } from './read/comparisons.ts';
import { readConfig } from './read/config.ts';
import { readEvidence } from './read/evidence.ts';
import { type Inputs, readInputs } from './read/inputs.ts';
import { formatProblems, type Problem } from './read/problem.ts';
import { checkSignings, listSigningEvents } from './read/signings.ts';
import { readStories } from './read/stories.ts';

export interface BuildOptions {
  /** Folder of the data that people edit. */
  from: string;
  /** Folder that the dataset is written to. */
  to: string;
  /** The base map; that of the world with the folder's `config` by default. */
  base?: BaseMap;
  /** Least number of nodes, and of nodes named in every language; that of `network/expect.json` by default. */
  least?: Pick<CheckOptions, 'nodes' | 'translated' | 'languages'>;
  /** Write in spite of problems. */
  draft?: boolean;
  /** Folders of texts for which Chinese fonts are written, beside those of the dataset; no fonts without it. */
  texts?: readonly string[];
}

/** The pipeline. Nothing is written where there are problems, except in a draft; then or where it is killed there is no manifest. */
export async function build(options: BuildOptions): Promise<{ problems: readonly Problem[]; report: string }> {
  const { from, to, draft = false, texts } = options;
  const problems: Problem[] = [];
  const output = openOutput(to);
  const base = options.base ?? buildBaseMap(readConfig(from, problems));
  const { derived, causes, untold } = derive(options, base, problems);
  const { inputs, links, routes, lengths, estimates } = derived;
  const report = [
    formatLengthTable(lengths, links, estimates),
    formatCalibration(estimates),
    `${inputs.nodes.length} nodes, ${links.length} links, ${routes.length} routes`,
    formatMissing({ ...listTexts(derived), ...listLinkTexts(inputs, links), stories: derived.stories }),
    ...untold,
  ].join('\n\n');
  if (problems.length > 0 && !draft) return { problems: causes, report };
  publishDataset(output, derived, (code) => base.countryName(code));
  await base.write(output.write, findSurroundings(derived));
  if (texts) await writeFonts(output.write, findCharacters([...output.listFiles().map((name) => join(to, name)), ...texts]));
  output.finish({
    built: readBuildDate(derived.statusAsOf),
    sources: inputs.sources,
    licences: inputs.licences,
    ...(inputs.leftOut.length > 0 && { leftOut: inputs.leftOut }),
  });
  return { problems, report };
}

/** All that has texts in the languages, by the file that it stands in. */
function listTexts({ inputs, evidence, comparisons }: Pick<Derived, 'inputs' | 'evidence' | 'comparisons'>) {
  const { files } = inputs;
  return {
    [files.nodes]: inputs.nodes.map(({ node }) => node.properties),
    [files.routes]: inputs.routes,
    [files.corridors]: inputs.corridors,
    [files.areas]: inputs.areas.features.map(({ properties }) => properties),
    [files.context]: inputs.context,
    [files.events]: inputs.events,
    [files.leftOut]: inputs.leftOut,
    [files.licences]: inputs.licences,
    [evidence.files.times]: evidence.times,
    [evidence.files.status]: evidence.status,
    [evidence.files.disruptions]: evidence.disruptions,
    [evidence.files.changes]: evidence.changes,
    comparisons,
  };
}

/** The texts of links, by the file that they stand in. */
const listLinkTexts = ({ files }: Inputs, links: readonly LinkFeature[]) => ({
  [files.lines]: links.map(({ properties: { id, note } }) => ({ id, note })),
  [files.lengths]: links.map(({ properties: { id, published } }) => ({ id, published })),
});

/** The lines of the corridors, and the countries that they pass. */
function findSurroundings({ inputs, routes, links }: Derived): Surroundings {
  const members = new Set(inputs.corridors.flatMap(({ kind, routes: ids }) => (kind === 'corridor' ? ids : [])));
  const passed = routes.flatMap(({ properties }) => (members.has(properties.id) ? [properties] : []));
  const used = new Set(passed.flatMap((route) => route.links.map(({ id }) => id)));
  return {
    countries: new Set(passed.flatMap(({ byCountry }) => byCountry.map(({ code }) => code))),
    lines: links.flatMap(({ geometry, properties }) => (used.has(properties.id) ? [geometry.coordinates] : [])),
  };
}

/**
 * Reads, checks and measures; what does not hold is added to `problems`. `causes` are those of the first step that found any: what
 * cannot be read is missing everywhere else, and what is wrong in the network bends every way over it.
 */
function derive(
  { from, least }: BuildOptions,
  base: BaseMap,
  problems: Problem[],
): { derived: Derived; causes: readonly Problem[]; untold: readonly string[] } {
  const inputs = readInputs(from, problems);
  const { signings } = inputs;
  const countryName = (code: string) => base.countryName(code);
  if (signings) inputs.events.push(...listSigningEvents(signings, inputs.events, countryName));
  const evidence = readEvidence(from, problems);
  const comparisons = readComparisons(from, problems);
  const stories = readStories(from, problems);
  const unread = problems.length;
  problems.push(
    ...checkInputs(inputs, { ...base, ...(least ?? inputs.expected) }),
    ...checkEvidence(evidence, inputs),
    ...checkTranslations(listTexts({ inputs, evidence, comparisons }), inputs.expected.languages),
    ...checkSignings(inputs.files.signings, signings, countryName),
  );

  const unsound = problems.length;
  const countries = new Map(inputs.nodes.map(({ node }) => [node.properties.id, node.properties.country]));
  const findCountry = (node: string) => countries.get(node) ?? 'XX';
  const disruptions = resolveDisruptions(evidence.disruptions, inputs.links);
  const drawn = inputs.links.map((raw) =>
    withEvidence(deriveLink(raw, findCountry, base.locate), { raw, status: evidence.status, disruptions }),
  );
  const lengths = measureLengths(inputs.lengths, drawn, { file: inputs.files.lengths, problems });
  const estimates = computeLengthModel(lengths, drawn, inputs.links);
  const links = estimateLinks(drawn, estimates, inputs.links, lengths);
  const measured = deriveRoutes(inputs.routes, links, findCountry, { file: inputs.files.routes, problems });
  const routes = estimateRoutes(measured, links, estimates);
  problems.push(
    ...checkRoutes(routes, links, inputs.files.routes),
    ...checkLengths(lengths, inputs.files.lengths),
    ...checkTranslations(listLinkTexts(inputs, links), inputs.expected.languages),
  );
  const statusAsOf = findNewestEvidence(evidence, inputs.context.article.published.slice(0, 10));
  const atlas = indexNetwork(inputs, links, routes);
  problems.push(...checkComparisons(locateComparisons(from), comparisons, atlas), ...checkStart(inputs, comparisons));
  const sources = new Set(inputs.sources.map(({ id }) => id));
  problems.push(...checkStories(stories, { features: listFeatureIds(inputs), sources, atlas, statusAsOf }));
  const areas = deriveAreas(inputs.areas);
  const published = { comparisons, stories: stories.map(({ story }) => story), links, routes, areas, lengths, estimates };
  const derived = { inputs, evidence, disruptions, statusAsOf, ...published };
  return { derived, causes: problems.slice(0, unread || unsound || problems.length), untold: formatUntold(stories) };
}

/** The network as pages have it, for what is shown and compared. */
function indexNetwork(inputs: Inputs, links: readonly LinkFeature[], routes: readonly RouteFeature[]): Atlas {
  const collect = <F>(features: readonly F[]) => ({ type: 'FeatureCollection' as const, features: [...features] });
  return indexAtlas({
    nodes: collect(inputs.nodes.map(({ node }) => node)),
    links: collect(links),
    routes: routes.map(({ properties }) => properties),
    corridors: inputs.corridors,
  });
}

async function main(): Promise<void> {
  const text = (value: string) => ({ type: 'string' as const, default: value });
  const { values } = parseArgs({
    options: {
      draft: { type: 'boolean', default: false },
      from: text(process.env['ATLAS_FROM'] ?? 'geo'),
      to: text(process.env['ATLAS_TO'] ?? 'static/data'),
    },
  });
  const { from, to, draft } = values;
  const { problems, report } = await build({ from, to, draft, texts: ['src/i18n'] });
  console.log(report);
  for (const line of formatProblems(problems)) console.error(line);
  if (problems.length > 0 && !draft) process.exitCode = 1;
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === resolve(process.argv[1])) await main();
