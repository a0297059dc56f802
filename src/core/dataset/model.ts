/**
 * The published dataset: the shapes that the build writes to `static/data/` and that every reader (page, embed, command line,
 * outsiders) parses at its border. One schema for both sides, one file of `schema/` for each file of the dataset.
 */
import type { MODES, STATUSES } from './enums.ts';

export { getLanguage, type Lang, type Language, LANGS, MODES, STATUSES } from './enums.ts';
export type Status = (typeof STATUSES)[number];
export type Mode = (typeof MODES)[number];

export { type Fidelity, FIDELITIES, type Figure, FIGURE_KINDS, type Published, type Text } from './schema/fields.ts';
export type { Position } from './schema/geometry.ts';
export { NODE_KINDS, type NodeFeature, nodeProperties, nodesFile } from './schema/nodes.ts';
export { type LinkFeature, type LinkProperties, linkProperties, linksFile } from './schema/links.ts';
export {
  type Leg,
  ROUTE_KINDS,
  type RouteFeature,
  routeIndexFile,
  type RouteProperties,
  routeProperties,
  routesFile,
} from './schema/routes.ts';
export { AREA_KINDS, type AreaFeature, areaProperties, areasFile } from './schema/areas.ts';
export { type Corridor, CORRIDOR_KINDS, corridor, corridorsFile } from './schema/corridors.ts';
export { type AtlasEvent, event, EVENT_KINDS, type EventKind, eventsFile } from './schema/context/events.ts';
export { type Claim, claim, type Context, context, type Initiative, type Verdict, VERDICTS } from './schema/context/context.ts';
export type { Segment } from './schema/context/segment.ts';
export { type Chapter, type Story, type StoryEntry, type StoryView, storiesFile, story } from './schema/context/stories.ts';
export { type ParallelLine, parallelLinesFile } from './schema/parallel-lines.ts';
export { lengthsFile, type PublishedSection } from './schema/lengths.ts';
export { leftOutFile, type Manifest, manifest, source } from './schema/manifest.ts';
export { DATASET_VERSION } from './load/versions.ts';
