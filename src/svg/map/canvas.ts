import type { Geometry } from 'geojson';
import type { Position } from '../../core/dataset/model.ts';
import type { Palette } from '../../core/style/palette.ts';
import type { Point, Projection } from '../../core/geo/projection.ts';
import { simplify } from '../../core/geo/simplify.ts';
import { clipLine, clipRing, type Frame, offsetLine, writePathData } from '../geometry.ts';
import { projectLine, projectPlace, projectRing } from './project.ts';

/** What every part of a picture is drawn on. */
export interface Canvas {
  view: Projection;
  palette: Palette;
  /** Lines are told apart by dashes in place of colours. */
  isDashed?: boolean;
  /** All that is drawn, the bleed included. */
  frame: Frame;
  /** Pixels beyond the edges that are drawn too. */
  bleed: number;
  detail: Detail;
  /** Boxes of the picture that something will lie over: no name is set there. */
  covered?: readonly Frame[];
  /** What has been found of countries, by their codes: the same in every language. */
  seen: Map<string, SeenCountry>;
}

/** What a picture shows of a country whose name it looks for a place for. */
export interface SeenCountry {
  rings: readonly (readonly Point[])[];
  /** Points along the lines that pass it. */
  dots: readonly Point[];
  /** Points on the country, from its middle outwards; none where no line is seen to cross it. */
  places: readonly Point[];
}

/** How closely the base map and the lines are drawn. */
export interface Detail {
  /** Greatest distance in pixels of a simplified line from the line. */
  tolerance: number;
  /** Tenths of a pixel to which it is rounded. */
  precision: number;
  /** Smaller islands and lakes are left out, in square pixels. */
  minArea: number;
}

/** Of the network, which is what people look at. */
export const NETWORK: Detail = { tolerance: 0.2, precision: 1, minArea: 0 };
/** Of the base map: as seen, or small enough to be a part of a page. */
export const BASE_MAP = {
  fine: { tolerance: 0.3, precision: 1, minArea: 1 },
  small: { tolerance: 1, precision: 10, minArea: 8 },
} as const satisfies Record<string, Detail>;
/** Rings and lines are cut this far outside, so that no cut edge is seen. */
const MARGIN = 8;

const growFrame = ([left, top, right, bottom]: Frame): Frame => [left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN];

/** A line as path data. `aside`: pixels to the right. */
export function writeLinePath(
  line: readonly Position[],
  { view, frame, bleed }: Canvas,
  { tolerance, precision }: Detail,
  aside = 0,
): string {
  return projectLine(line, view, bleed + MARGIN)
    .flatMap((part) => clipLine(offsetLine(simplify(part, tolerance), aside), growFrame(frame)))
    .map((part) => writePathData(part, { precision }))
    .join('');
}

/** The rings of a polygon in pixels, cut to what is drawn. */
export function projectRings(
  rings: readonly (readonly Position[])[],
  { view, frame, bleed }: Canvas,
  { tolerance, minArea }: Detail,
): Point[][] {
  return rings
    .flatMap((ring) => projectRing(ring, view, bleed + MARGIN))
    .map((ring) => simplify(clipRing(ring, growFrame(frame)), tolerance))
    .filter((ring) => ring.length > 2 && computeBoxArea(ring) > minArea);
}

/** All polygons of a geometry as path data; nothing for other geometries. */
export function writePolygonPath(geometry: Geometry, canvas: Canvas, detail: Detail): string {
  return listPolygons(geometry)
    .flatMap((rings) => projectRings(rings, canvas, detail))
    .map((ring) => writePathData(ring, { close: true, precision: detail.precision }))
    .join('');
}

export function listPolygons(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Position[][]];
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Position[][][]) : [];
}

export function listLines(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates as Position[]];
  return geometry.type === 'MultiLineString' ? (geometry.coordinates as Position[][]) : [];
}

function computeBoxArea(ring: readonly Point[]): number {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

/** Where a place is seen within the frame. */
export function projectPoint(
  place: Position,
  { view, frame: [left, top, right, bottom], bleed }: Pick<Canvas, 'view' | 'frame' | 'bleed'>,
): Point[] {
  return projectPlace(place, view, bleed).filter(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
}
