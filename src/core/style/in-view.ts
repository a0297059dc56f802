/** What a map shows of the atlas, as a list: for those who walk through it by keys, and those to whom it is read. */
import type { Atlas } from '../dataset/dataset.ts';
import { type Filters, filterParallelLines } from '../dataset/filter.ts';
import { getImportedKey } from '../dataset/ids.ts';
import type { Lang, Position } from '../dataset/model.ts';
import { sampleLine } from '../geo/camera.ts';
import type { Point } from '../geo/projection.ts';
import { AREA_TEXT } from './drawing.ts';
import { buildEventFeatures } from './events/event-features.ts';
import type { ImportedLine } from './features.ts';
import { buildNodeFeatures } from './node-features.ts';

/** The part of the map that nothing covers, in pixels from its top left corner. */
interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface ViewQuery {
  filters: Filters;
  lang: Lang;
  zoom: number;
  frame: Frame;
  imported: readonly ImportedLine[];
  /** Pixels of a place on the map; null where it is not in view. */
  locate(place: Position): Point | null;
}

export interface SeenFeature {
  id: string;
  /** Its place on the map; of a line the point that is nearest to the middle. */
  at: Point;
}

const getMiddle = ([first, ...rest]: readonly Position[]): Position[] => {
  if (!first) return [];
  const lons = [first, ...rest].map(([lon]) => lon);
  const lats = [first, ...rest].map(([, lat]) => lat);
  return [[(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]];
};

/** Points of each group of lines that is drawn, corridors and railways each as one. */
function listLines(atlas: Atlas, filters: Filters): Map<string, Position[]> {
  const lines = new Map<string, Position[]>();
  for (const { group, link } of filterParallelLines(atlas, filters)) {
    const points = sampleLine(atlas.links.get(link)?.geometry.coordinates ?? []);
    lines.set(group, [...(lines.get(group) ?? []), ...points]);
  }
  return lines;
}

/** All that the map draws at a zoom, wherever it lies, with the points by which it can be seen. */
function listDrawn(atlas: Atlas, { filters, lang, zoom, imported }: ViewQuery): [id: string, points: Position[]][] {
  const options = { lang, theme: 'light', filters } as const;
  const nodes = buildNodeFeatures(atlas, options).features.filter(({ properties }) => properties.from <= zoom);
  const areas = zoom >= AREA_TEXT.zoom ? [...atlas.areas.values()] : [];
  const events = buildEventFeatures(atlas, options).features.filter(({ properties }) => properties.from <= zoom);
  return [
    ...[...nodes, ...events].map(({ properties, geometry: { coordinates } }): [string, Position[]] => {
      const [lon = 0, lat = 0] = coordinates;
      return [properties.id, [[lon, lat]]];
    }),
    ...areas.map(({ properties, geometry }): [string, Position[]] => [
      properties.id,
      getMiddle((geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()).flat()),
    ]),
    ...listLines(atlas, filters),
    ...imported.map(({ id, line }): [string, Position[]] => [getImportedKey(id), line.flatMap(sampleLine)]),
  ];
}

/** The features that are seen, the nearest to the middle of the frame first. */
export function listInView(atlas: Atlas, query: ViewQuery): SeenFeature[] {
  const { left, top, right, bottom } = query.frame;
  const measure = ([x, y]: Point): number => Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2);
  const isInside = ([x, y]: Point): boolean => x >= left && x <= right && y >= top && y <= bottom;
  return listDrawn(atlas, query)
    .flatMap(([id, points]): SeenFeature[] => {
      const seen = points.flatMap((place) => {
        const at = query.locate(place);
        return at && isInside(at) ? [at] : [];
      });
      const [at] = seen.sort((a, b) => measure(a) - measure(b));
      return at ? [{ id, at }] : [];
    })
    .sort((a, b) => measure(a.at) - measure(b.at));
}

/** Codes of the countries of places that are seen, each once, in the order of the list. */
export const listCountriesOf = (atlas: Pick<Atlas, 'nodes'>, seen: readonly SeenFeature[]): string[] => [
  ...new Set(seen.flatMap(({ id }) => atlas.nodes.get(id)?.properties.country ?? [])),
];
