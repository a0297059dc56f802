/** The dataset as the GeoJSON that the layers draw: what is hidden is left out, names are those of the language. */
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import {
  type Atlas,
  buildRouteLine,
  computeBounds,
  findCorridorOf,
  findEventPosition,
  findFeature,
  findLinksAt,
  getName,
} from '../dataset/dataset.ts';
import { type DrawnLine, type Filters, isLineShown, listDrawnLines } from '../dataset/filter.ts';
import { getImportedKey } from '../dataset/ids.ts';
import type { AreaFeature, Lang, Leg, LinkFeature, Position } from '../dataset/model.ts';
import { collect, EMPTY } from '../geo/feature-collection.ts';
import { AREA_TEXT, getTier, type Tier } from './drawing.ts';
import { getImportedColour, getLineColour, PALETTES, type Theme } from './palette.ts';
import { getPattern, type Pattern } from './patterns/pattern.ts';

export interface DrawOptions {
  lang: Lang;
  theme: Theme;
  filters: Filters;
}

/** Several collections as one source: each feature says by `kind` which one it is from. */
export const mergeCollections = (parts: Record<string, FeatureCollection | undefined>): FeatureCollection =>
  collect(
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
  /** True where traffic is kept off the link in spite of its status. */
  disrupted: boolean;
  /** Places from the middle of the bundle, right of the line's direction positive. */
  side: number;
}

interface BundledLine extends DrawnLine {
  /** In the direction of the line. */
  coordinates: Position[];
  tier: Tier;
  pattern: Pattern;
}

const known = new WeakMap<Atlas, readonly (readonly BundledLine[])[]>();

/** All lines of each link by their lanes, put together once an atlas. */
function listBundles(atlas: Atlas): readonly (readonly BundledLine[])[] {
  const found = known.get(atlas);
  if (found) return found;
  const bundles = new Map<LinkFeature, BundledLine[]>();
  for (const drawn of listDrawnLines(atlas)) {
    const { geometry, properties } = drawn.link;
    const beside = bundles.get(drawn.link) ?? [];
    const alike = beside.find(({ line }) => line.reversed === drawn.line.reversed);
    const coordinates = alike?.coordinates ?? (drawn.line.reversed ? geometry.coordinates.toReversed() : geometry.coordinates);
    const looks = { tier: getTier(atlas, drawn.line.group), pattern: getPattern(properties.mode, properties.status) };
    if (beside.push({ ...drawn, coordinates, ...looks }) === 1) bundles.set(drawn.link, beside);
  }
  const listed = [...bundles.values()].map((lines) => lines.sort((a, b) => a.line.lane - b.line.lane));
  known.set(atlas, listed);
  return listed;
}

/** One line for each group that runs over a link, side by side among those that are shown. */
export function buildLineFeatures(
  atlas: Atlas,
  { theme, filters }: DrawOptions,
): FeatureCollection<LineString, ParallelLineProperties> {
  const features: Feature<LineString, ParallelLineProperties>[] = [];
  for (const bundle of listBundles(atlas)) {
    const shown = bundle.every((drawn) => isLineShown(drawn, filters))
      ? bundle
      : bundle.filter((drawn) => isLineShown(drawn, filters));
    shown.forEach(({ link: { properties }, line, coordinates, tier, pattern }, lane) => {
      features.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties: {
          link: properties.id,
          group: line.group,
          tier,
          route: line.routes[0] ?? '',
          colour: getLineColour(theme, line.colour),
          pattern,
          disrupted: properties.disruption !== undefined,
          side: lane - (shown.length - 1) / 2,
        },
      });
    });
  }
  return collect(features);
}

interface DrawnArea {
  id: string;
  name: string;
  kind: AreaFeature['properties']['kind'];
  /** Zoom from which it is named; none where its node has the name. */
  from?: number;
}

export function buildAreaFeatures(atlas: Atlas, lang: Lang): FeatureCollection<Polygon | MultiPolygon, DrawnArea> {
  return collect(
    [...atlas.areas.values()].map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: {
        id: properties.id,
        name: getName(lang, properties),
        kind: properties.kind,
        ...(!properties.node && { from: properties.parent ? AREA_TEXT.partZoom : AREA_TEXT.zoom }),
      },
    })),
  );
}

/** Links in the order of travel as lines of one colour, one for each run of the same mode and status, disrupted or not. */
function buildRuns(
  atlas: Atlas,
  links: readonly Leg[],
  colour: string,
): Feature<MultiLineString, { colour: string; pattern: Pattern; disrupted: boolean }>[] {
  const runs: { pattern: Pattern; disrupted: boolean; links: Leg[] }[] = [];
  for (const leg of links) {
    const link = atlas.links.get(leg.id)?.properties;
    if (!link) continue;
    const pattern = getPattern(link.mode, link.status);
    const disrupted = link.disruption !== undefined;
    const last = runs.at(-1);
    if (last?.pattern === pattern && last.disrupted === disrupted) last.links.push(leg);
    else runs.push({ pattern, disrupted, links: [leg] });
  }
  return runs.map((run) => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: buildRouteLine(atlas, { links: run.links }) },
    properties: { colour, pattern: run.pattern, disrupted: run.disrupted },
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
  return collect(
    imported.map(({ id, line }, i) => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: line },
      properties: { id: getImportedKey(id), colour: getLineColour(theme, getImportedColour(i)) },
    })),
  );
}

const makePoint = (coordinates: Position): Feature<Point, object> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: {},
});

/** The links of a node that no drawn line passes, which would stand there without any. */
function buildOwnLines(atlas: Atlas, node: string, theme: Theme): ReturnType<typeof buildRuns> {
  const links = findLinksAt(atlas, node).map(({ id }) => id);
  const drawn = new Set(atlas.parallelLines.map(({ link }) => link));
  if (links.some((id) => drawn.has(id))) return [];
  return links.flatMap((id) => buildRuns(atlas, [{ id, reversed: false }], getLineColour(theme, undefined)));
}

/** What a selected or pointed-at feature is drawn with, above all else; nothing for an id that has no place. */
export function buildOutline(atlas: Atlas, id: string | null, theme: Theme): FeatureCollection {
  const found = id === null ? null : findFeature(atlas, id);
  const buildRoute = (route: string, corridorColour?: string): Feature[] => {
    const properties = atlas.routes.get(route);
    if (!properties) return [];
    const colour = properties.colour ?? corridorColour ?? findCorridorOf(atlas, route)?.colour;
    return buildRuns(atlas, properties.links, getLineColour(theme, colour));
  };
  switch (found?.kind) {
    case undefined:
    case 'initiative':
      return EMPTY;
    case 'corridor':
      return collect(found.value.routes.flatMap((route) => buildRoute(route, found.value.colour)));
    case 'route':
      return collect(buildRoute(found.value.id));
    case 'link': {
      const link = found.value.properties.id;
      const colour = atlas.parallelLines.find((line) => line.link === link)?.colour;
      return collect(buildRuns(atlas, [{ id: link, reversed: false }], getLineColour(theme, colour)));
    }
    case 'node': {
      const { geometry, properties } = found.value;
      return collect<Feature['geometry'], object>([
        makePoint(geometry.coordinates),
        ...buildOwnLines(atlas, properties.id, theme),
      ]);
    }
    case 'area':
      return collect([{ type: 'Feature', geometry: found.value.geometry, properties: {} }]);
    case 'claim':
      return collect(found.value.features.flatMap((feature) => buildOutline(atlas, feature, theme).features));
    case 'event': {
      const at = findEventPosition(atlas, found.value);
      return at ? collect([makePoint(at)]) : EMPTY;
    }
  }
}

/** Nodes and areas that are pointed out: a ring round each, as an area is but a dot from far out, and its edge. */
export function buildMarks(atlas: Atlas, ids: readonly string[], theme: Theme): FeatureCollection {
  return collect(
    ids.flatMap((id): Feature[] => {
      const bounds = atlas.areas.has(id) ? computeBounds(atlas, id) : null;
      const centre = bounds && makePoint([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]);
      return [...buildOutline(atlas, id, theme).features, ...(centre ? [centre] : [])];
    }),
  );
}

/** Links in the order of travel as a selected line is drawn: one colour along all of it, since it is one path. */
export function buildHighlightedPath(atlas: Atlas, links: readonly Leg[], theme: Theme): FeatureCollection {
  const line = buildRouteLine(atlas, { links }).flat();
  const ends = [...line.slice(0, 1), ...line.slice(-1)];
  if (ends.length === 0) return EMPTY;
  return collect<Feature['geometry'], object>([...buildRuns(atlas, links, PALETTES[theme].accent), ...ends.map(makePoint)]);
}
