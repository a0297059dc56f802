/** Names of countries that a chosen line is seen to cross, wherever there is room on what is seen of the country. */
import type { Geometry } from 'geojson';
import type { BaseMapData } from '../../core/dataset/load/load-base-map.ts';
import type { Atlas } from '../../core/dataset/dataset.ts';
import type { Lang, Leg, Position } from '../../core/dataset/model.ts';
import { LABEL_STYLES, type LabelStyle } from '../../core/style/drawing.ts';
import type { Point } from '../../core/geo/projection.ts';
import type { Frame } from '../geometry.ts';
import { measureText } from '../text.ts';
import { type Canvas, listPolygons, NETWORK, projectRings, type SeenCountry } from './canvas.ts';
import { projectLine } from './project.ts';

/** As those of the corridors, on one line and at one place. */
const { bold, halo, spacing, padding } = LABEL_STYLES.subjectCountries;
export const CROSSED_STYLE: LabelStyle = { bold, halo, spacing, padding, maxWidth: Infinity };

/** Pixels between the places that are tried, and between the points at which a line is looked at. */
const [STEP, ALONG] = [6, 3];
/** Pixels that a line runs through a country at least, for it to be seen to cross it. */
const CROSSED = 12;
/** Pixels by which a name keeps clear of a line and of others. */
const CLEAR = 4;
/** Of nine points of a name's box, how many lie on its country at least; the middle always does. */
const INSIDE = 8;
/** The same of a country narrower than its name, where that may leave it. */
const PARTLY = 3;
/** Height of a line of letters, in ems. */
const LINE = 1.2;

export interface Crossed {
  code: string;
  rank: number;
  name: string;
  /** What there is to be room for, the first of them that can be had. */
  wanted: readonly string[];
  /** A country that is narrower than its name may be named across its border. */
  canLeave: boolean;
  land: readonly Geometry[];
  /** The chosen lines that pass the country. */
  lines: readonly (readonly Position[])[];
}

interface CrossedOptions {
  lang: Lang;
  lines: readonly (readonly Leg[])[];
  named: readonly string[];
  /** There is to be room for the name in each language if it can be, also beside the lines in a small country. */
  isForAll?: boolean;
}

/** Countries that lines pass and that have no name yet. */
export function listCrossed(
  atlas: Atlas,
  { places, scale50m }: BaseMapData,
  { lang, lines, named, isForAll = false }: CrossedOptions,
): Crossed[] {
  const links = lines.flatMap((line) => line.flatMap(({ id }) => atlas.links.get(id) ?? []));
  const all = new Set(links.flatMap(({ properties: { countries } }) => countries.map(({ code }) => code)));
  return (places?.countries ?? []).flatMap(({ code, rank, names }): Crossed[] => {
    const name = names[lang] ?? names['en'] ?? '';
    if (!all.has(code) || name === '' || named.includes(name)) return [];
    const passing = links.filter(({ properties: { countries } }) => countries.some((passed) => passed.code === code));
    const land = (scale50m['land']?.features ?? []).filter(({ properties }) => properties?.['code'] === code);
    const wanted = isForAll ? [findLongest(Object.values(names)), name] : [name];
    const shapes = { land: land.map(({ geometry }) => geometry), lines: passing.map(({ geometry }) => geometry.coordinates) };
    return [{ code, rank, name, wanted, canLeave: isForAll, ...shapes }];
  });
}

const findLongest = (names: readonly string[]): string =>
  names.toSorted((a, b) => measureText(b, CROSSED_STYLE) - measureText(a, CROSSED_STYLE))[0] ?? '';

/** The middle of a country's name where there is room for it, as near as can be to the middle of what is seen of the country; null where there is none. */
export function findRoom(
  country: Crossed,
  { size, isFree }: { size: number; isFree: (box: Frame) => boolean },
  canvas: Canvas,
): Point | null {
  const { code, wanted, canLeave } = country;
  const { rings, dots, places } = canvas.seen.get(code) ?? lookAt(country, canvas);
  if (places.length === 0) return null;
  const halfHeight = (LINE * size) / 2;
  const [west = 0, east = 0] = [Math.min, Math.max].map((choose) => choose(...places.map(([x]) => x)));
  for (const text of wanted) {
    const halfWidth = (measureText(text, CROSSED_STYLE) * size) / 2;
    const least = canLeave && east - west < halfWidth * 2 ? PARTLY : INSIDE;
    const found = places.find(([x, y]) => {
      const [left, top, right, bottom]: Frame = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
      const wide: Frame = [left - CLEAR, top - CLEAR, right + CLEAR, bottom + CLEAR];
      if (!isFree(wide) || dots.some((at) => isWithin(at, wide))) return false;
      const samples = [left, x, right].flatMap((column) => [top, y, bottom].map((row): Point => [column, row]));
      return samples.filter((at) => isInside(rings, at)).length >= least;
    });
    if (found) return found;
  }
  return null;
}

function lookAt({ code, land, lines }: Crossed, canvas: Canvas): SeenCountry {
  const dots = dotLines(lines, canvas);
  const rings = land.flatMap((geometry) => listPolygons(geometry).flatMap((polygon) => projectRings(polygon, canvas, NETWORK)));
  const places = hasInside(rings, dots, CROSSED / ALONG) ? sortFromMiddle(listInside(rings)) : [];
  const seen = { rings, dots, places };
  canvas.seen.set(code, seen);
  return seen;
}

function sortFromMiddle(places: readonly Point[]): Point[] {
  const middle = [0, 1].map((axis) => places.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / places.length);
  const measure = ([x, y]: Point): number => Math.hypot(x - (middle[0] ?? 0), y - (middle[1] ?? 0));
  return places.toSorted((a, b) => measure(a) - measure(b));
}

/** Whether a line of a country runs through a name, or close by. */
export const isRunThrough = ([left, top, right, bottom]: Frame, { lines }: Crossed, canvas: Canvas): boolean =>
  dotLines(lines, canvas).some((at) => isWithin(at, [left - CLEAR, top - CLEAR, right + CLEAR, bottom + CLEAR]));

const isWithin = ([x, y]: Point, [left, top, right, bottom]: Frame): boolean => x > left && x < right && y > top && y < bottom;

const dotLines = (lines: Crossed['lines'], { view }: Canvas): Point[] =>
  lines.flatMap((line) => projectLine(line, view)).flatMap(dot);

type Rings = readonly (readonly Point[])[];

/** Points along a line. */
function dot(line: readonly Point[]): Point[] {
  return line.flatMap(([x1, y1], i) => {
    const [x0, y0] = line[i - 1] ?? [x1, y1];
    const parts = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / ALONG);
    return Array.from({ length: parts }, (_, part): Point => {
      const share = (part + 0.5) / parts;
      return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
    });
  });
}

/** Points of a grid that lie within, column by column: the rings are gone through once for each. */
function listInside(rings: Rings): Point[] {
  const [left, top, right, bottom] = rings
    .flat()
    .reduce<Frame>(
      ([x0, y0, x1, y1], [x, y]) => [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
  const inside: Point[] = [];
  for (let x = left; x <= right; x += STEP) {
    const crossings = listCrossings(rings, x);
    let passed = 0;
    for (let y = top; y <= bottom; y += STEP) {
      while ((crossings[passed] ?? Infinity) <= y) passed += 1;
      if (passed % 2 === 1) inside.push([x, y]);
    }
  }
  return inside;
}

/** Where the rings cross an upright line, from top to bottom. */
function listCrossings(rings: Rings, x: number): number[] {
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([x2, y2], i) => {
      const [x1, y1] = ring.at(i - 1) ?? [x2, y2];
      return x1 > x === x2 > x ? [] : [((y2 - y1) * (x - x1)) / (x2 - x1) + y1];
    }),
  );
  return crossings.toSorted((a, b) => a - b);
}

/** Whether so many of the points lie within, at least. */
function hasInside(rings: Rings, points: readonly Point[], least: number): boolean {
  let count = 0;
  for (const at of points) {
    if (isInside(rings, at)) count += 1;
    if (count >= least) return true;
  }
  return false;
}

function isInside(rings: Rings, [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, before = ring.length - 1; i < ring.length; before = i, i += 1) {
      const [[x1, y1], [x2, y2]] = [ring[before] ?? [0, 0], ring[i] ?? [0, 0]];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
