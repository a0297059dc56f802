/** The dataset as the GeoJSON that the layers draw: what is hidden is left out, names are those of the language. */
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { type Atlas, getName, buildRouteLine, getText } from '../dataset/dataset.ts';
import { type Tier, getTier } from './drawing.ts';
import { filterParallelLines } from '../dataset/filter.ts';
import type { Leg } from '../routing/graph.ts';
import type { Lang, Mode, Position, Status, ParallelLine } from '../dataset/model.ts';
import { getImportedColour, getImportedKey } from '../import/routes/route-id.ts';
import { getLineColour, PALETTES, type Theme } from './palette.ts';
import type { Filters } from '../url/view.ts';

/** How a line is drawn: the pattern shows status and mode, so that colour is never the only sign. */
export type Pattern = 'rail' | 'sea' | 'road' | 'under-construction' | 'planned' | 'closed';

export function getPattern(mode: Mode, status: Status): Pattern {
  return status === 'open' ? mode : status;
}

export interface DrawOptions {
  lang: Lang;
  theme: Theme;
  filters: Filters;
}

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };
const collection = <G extends Feature['geometry'], P>(features: Feature<G, P>[]): FeatureCollection<G, P> => ({
  type: 'FeatureCollection',
  features,
});

/** Several collections as one source: each feature says by `kind` which one it is from. */
export const mergeCollections = (parts: Record<string, FeatureCollection | undefined>): FeatureCollection =>
  collection(
    Object.entries(parts).flatMap(([kind, part]) =>
      (part?.features ?? []).map((feature) => ({ ...feature, properties: { ...feature.properties, kind } })),
    ),
  );

export interface ParallelLineProperties {
  link: string;
  group: string;
  tier: Tier;
  /** The route that a click selects. */
  route: string;
  colour: string;
  pattern: Pattern;
  /** Places from the middle of the bundle, right of the line's direction positive. */
  side: number;
}

/** One line for each group that runs over a link, side by side among those that are shown. */
export function buildLineFeatures(
  atlas: Atlas,
  { theme, filters }: DrawOptions,
): FeatureCollection<LineString, ParallelLineProperties> {
  const shown = new Map<string, ParallelLine[]>();
  for (const parallelLine of filterParallelLines(atlas, filters)) {
    const beside = shown.get(parallelLine.link);
    if (beside) beside.push(parallelLine);
    else shown.set(parallelLine.link, [parallelLine]);
  }
  const features: Feature<LineString, ParallelLineProperties>[] = [];
  for (const [id, parallelLines] of shown) {
    const { geometry, properties } = atlas.links.get(id)!;
    let reversed: Position[] | undefined;
    parallelLines.sort((a, b) => a.lane - b.lane);
    parallelLines.forEach((parallelLine, lane) => {
      features.push({
        type: 'Feature',
        geometry: {
          type: 'LineString',
          coordinates: parallelLine.reversed ? (reversed ??= geometry.coordinates.toReversed()) : geometry.coordinates,
        },
        properties: {
          link: id,
          group: parallelLine.group,
          tier: getTier(atlas, parallelLine.group),
          route: parallelLine.routes[0] ?? '',
          colour: getLineColour(theme, parallelLine.colour),
          pattern: getPattern(properties.mode, properties.status),
          side: lane - (parallelLines.length - 1) / 2,
        },
      });
    });
  }
  return collection(features);
}

export interface NodeLabel {
  id: string;
  name: string;
  kind: string;
  rank: number;
}

/** The nodes of what is shown, without the bare way points of sea legs. */
export function buildNodeFeatures(atlas: Atlas, { lang, filters }: DrawOptions): FeatureCollection<Point, NodeLabel> {
  const used = new Set<string>();
  for (const parallelLine of filterParallelLines(atlas, filters)) {
    const link = atlas.links.get(parallelLine.link)!.properties;
    used.add(link.from).add(link.to);
  }
  const features = [...used].flatMap((id): Feature<Point, NodeLabel>[] => {
    const node = atlas.nodes.get(id);
    if (!node || node.properties.kind === 'waypoint') return [];
    const { kind, rank } = node.properties;
    return [{ type: 'Feature', geometry: node.geometry, properties: { id, name: getName(lang, node.properties), kind, rank } }];
  });
  return collection(features);
}

export function buildAreaFeatures(
  atlas: Atlas,
  lang: Lang,
): FeatureCollection<Polygon | MultiPolygon, { id: string; name: string; kind: string }> {
  return collection(
    [...atlas.areas.values()].map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { id: properties.id, name: getName(lang, properties), kind: properties.kind },
    })),
  );
}

/** Events that have a place; `year` as text of the date for the label. */
export function buildEventFeatures(
  atlas: Atlas,
  { lang, filters }: DrawOptions,
): FeatureCollection<Point, { id: string; name: string }> {
  const features = [...atlas.events.values()].flatMap((event): Feature<Point, { id: string; name: string }>[] => {
    const at = event.at ?? (event.place ? atlas.nodes.get(event.place)?.geometry.coordinates : undefined);
    if (!at || (filters.year !== null && Number(event.date.slice(0, 4)) > filters.year)) return [];
    const properties = { id: event.id, name: getText(lang, event.title) };
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties }];
  });
  return collection(features);
}

/** Links in the order of travel as lines of one colour, one for each run of the same mode and status. */
function buildRuns(
  atlas: Atlas,
  links: readonly Leg[],
  colour: string,
): Feature<MultiLineString, { colour: string; pattern: Pattern }>[] {
  const runs: { pattern: Pattern; links: Leg[] }[] = [];
  for (const leg of links) {
    const link = atlas.links.get(leg.id)?.properties;
    if (!link) continue;
    const pattern = getPattern(link.mode, link.status);
    const last = runs.at(-1);
    if (last?.pattern === pattern) last.links.push(leg);
    else runs.push({ pattern, links: [leg] });
  }
  return runs.map((run) => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: buildRouteLine(atlas, { links: run.links }) },
    properties: { colour, pattern: run.pattern },
  }));
}

/** An imported route, as far as the map draws it. */
export interface ImportedLine {
  id: string;
  line: Position[][];
}

export function buildImportedFeatures(
  imported: readonly ImportedLine[],
  theme: Theme,
): FeatureCollection<MultiLineString, { id: string; colour: string }> {
  return collection(
    imported.map(({ id, line }, i) => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: line },
      properties: { id: getImportedKey(id), colour: getLineColour(theme, getImportedColour(i)) },
    })),
  );
}

/** What a selected or pointed-at feature is drawn with, above all else; nothing for an id that has no place. */
export function buildOutline(atlas: Atlas, id: string | null, theme: Theme): FeatureCollection {
  if (id === null) return EMPTY;
  const route = (routeId: string, fallback?: string): Feature[] => {
    const properties = atlas.routes.get(routeId);
    const colour = properties?.colour ?? fallback ?? findGroupColour(atlas, routeId);
    return properties ? buildRuns(atlas, properties.links, getLineColour(theme, colour)) : [];
  };
  const point = (coordinates: [number, number]): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: {},
  });
  const corridor = atlas.corridors.get(id);
  if (corridor) return collection(corridor.routes.flatMap((member) => route(member, corridor.colour)));
  if (atlas.routes.has(id)) return collection(route(id));
  if (atlas.links.has(id))
    return collection(buildRuns(atlas, [{ id, reversed: false }], getLineColour(theme, findLinkColour(atlas, id))));
  const node = atlas.nodes.get(id);
  if (node) return collection([point(node.geometry.coordinates)]);
  const area = atlas.areas.get(id);
  if (area) return collection([{ type: 'Feature', geometry: area.geometry, properties: {} }]);
  const claim = atlas.claims.get(id);
  if (claim) return collection(claim.features.flatMap((feature) => buildOutline(atlas, feature, theme).features));
  const event = atlas.events.get(id);
  const at = event?.at ?? (event?.place ? atlas.nodes.get(event.place)?.geometry.coordinates : undefined);
  return at ? collection([point(at)]) : EMPTY;
}

/** Links in the order of travel as a selected line is drawn: one colour along all of it, since it is one way. */
export function buildHighlightedPath(atlas: Atlas, links: readonly Leg[], theme: Theme): FeatureCollection {
  const coordinates = buildRouteLine(atlas, { links });
  if (coordinates.length === 0) return EMPTY;
  const ends = [coordinates[0]!.at(0)!, coordinates.at(-1)!.at(-1)!];
  return collection<Feature['geometry'], object>([
    ...buildRuns(atlas, links, PALETTES[theme].accent),
    ...ends.map((at): Feature<Point, object> => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: {},
    })),
  ]);
}

const findLinkColour = (atlas: Atlas, link: string): string | undefined =>
  atlas.parallelLines.find((parallelLine) => parallelLine.link === link)?.colour;

/** Colour of the corridor that a route belongs to. */
function findGroupColour(atlas: Atlas, route: string): string | undefined {
  return [...atlas.corridors.values()].find(({ routes }) => routes.includes(route))?.colour;
}
