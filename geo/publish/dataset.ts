import { type First, FIRST_FILE, firstFile, formatMapCredit } from '../../src/core/dataset/load/first.ts';
import { comparisonsFile, type ReadyComparison } from '../../src/core/dataset/schema/context/comparisons.ts';
import {
  areasFile,
  context as contextFile,
  corridorsFile,
  eventsFile,
  linksFile,
  nodesFile,
  parallelLinesFile,
  routeIndexFile,
  routesFile,
  story as storySchema,
  storiesFile,
} from '../../src/core/dataset/model.ts';
import type { AreaFeature, LinkFeature, RouteFeature, Story, Text } from '../../src/core/dataset/model.ts';
import type { Disruption } from '../../src/core/dataset/schema/context/disruptions.ts';
import { signingsFile } from '../../src/core/dataset/schema/context/signings.ts';
import { lengthModelFile } from '../../src/core/dataset/schema/length-model.ts';
import { deriveParallelLines } from '../derive/parallel-lines.ts';
import type { Estimates } from '../derive/estimates.ts';
import type { LengthRow } from '../derive/lengths.ts';
import type { Evidence } from '../read/evidence.ts';
import type { Inputs } from '../read/inputs.ts';
import { judgeClaims } from './claims.ts';
import { publishEvidence } from './evidence.ts';
import { reduceToFirst } from './first.ts';
import { publishTexts } from './texts.ts';
import type { Output } from './output.ts';

/** All that the pipeline has read and derived. */
export interface Derived {
  inputs: Inputs;
  evidence: Evidence;
  disruptions: readonly Disruption[];
  comparisons: ReadyComparison[];
  stories: readonly Story[];
  links: LinkFeature[];
  routes: RouteFeature[];
  areas: AreaFeature[];
  lengths: LengthRow[];
  estimates: Estimates;
  /** The day that statuses speak of. */
  statusAsOf: string;
}

/**
 * Writes the files of the published dataset but for base map, fonts and manifest.
 *
 * @param countryName name of a country by its code, in every language; undefined where the code is unknown
 */
export function publishDataset(output: Output, derived: Derived, countryName: (code: string) => Text | undefined): void {
  const { inputs, evidence, disruptions, comparisons, stories, links, routes, areas, lengths } = derived;
  const collect = <F>(features: F[]) => ({ type: 'FeatureCollection' as const, features });
  const nodes = inputs.nodes.map(({ node }) => node);
  const index = routes.map(({ properties }) => properties);
  const parallelLines = deriveParallelLines(links, routes, inputs.corridors);
  output.publish('nodes.geojson', nodesFile, collect(nodes));
  output.publish('links.geojson', linksFile, collect(links));
  output.publish('routes.geojson', routesFile, collect(routes));
  output.publish('areas.geojson', areasFile, collect(areas));
  output.publish('corridors.json', corridorsFile, inputs.corridors);
  const codes = new Set([
    ...links.flatMap(({ properties }) => properties.countries.map(({ code }) => code)),
    ...nodes.map(({ properties }) => properties.country),
    ...(inputs.signings?.signings ?? []).map(({ country }) => country),
  ]);
  const names = [...codes].sort().flatMap((code): [string, Text][] => {
    const name = countryName(code);
    return name ? [[code, name]] : [];
  });
  const context = {
    ...inputs.context,
    claims: judgeClaims(inputs.context.claims, derived),
    statusAsOf: derived.statusAsOf,
    countries: Object.fromEntries(names),
  };
  output.publish('context.json', contextFile, context);
  output.publish('events.json', eventsFile, inputs.events);
  if (inputs.signings) output.publish('signings.json', signingsFile, inputs.signings);
  publishEvidence(output, evidence, disruptions);
  output.publish('comparisons.json', comparisonsFile, comparisons);
  publishTexts(output, { context, events: inputs.events, changes: evidence.changes });
  publishStories(output, stories);
  output.publish('routes-index.json', routeIndexFile, index);
  output.publish('parallel-lines.json', parallelLinesFile, parallelLines);
  output.publish('length-model.json', lengthModelFile, derived.estimates.model);
  const inEnglish = lengths.map(({ note, ...row }) => ({ ...row, ...(note && { note: note.en }) }));
  output.write('lengths.json', `${JSON.stringify(inEnglish)}\n`);
  const features = { nodes: collect(nodes), links: collect(links), areas: collect(areas) };
  const { corridors } = inputs;
  publishFirst(output, { ...features, routes: index, parallelLines, corridors, context, comparisons }, derived);
}

/** What the page fetches first, of the files as they are published. */
function publishFirst(output: Output, parts: First['parts'], { inputs, stories }: Derived): void {
  output.publish(FIRST_FILE, firstFile, {
    ...reduceToFirst(parts),
    mapCredit: formatMapCredit(inputs.licences),
    hasStories: stories.length > 0,
    hasSignings: inputs.signings !== null,
  });
}

/** Each story in a file of its own, as a reader opens one; and their list. */
function publishStories(output: Output, stories: readonly Story[]): void {
  for (const story of stories) output.publish(`stories/${story.id}.json`, storySchema, story);
  const entries = stories.map(({ id, title, lead, date, chapters }) => ({
    id,
    title,
    lead,
    date,
    chapters: chapters.map((one) => one.id),
  }));
  output.publish('stories.json', storiesFile, entries);
}
