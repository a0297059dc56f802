/** Where the name of a corridor stands along its line on a map from far out: on the straightest piece of its main route. */
import type { Feature, FeatureCollection, Point } from 'geojson';
import { type Atlas, buildRouteLine } from '../dataset/dataset.ts';
import type { Filters } from '../dataset/filter.ts';
import type { Position } from '../dataset/model.ts';
import { computeExtent } from '../geo/bounding-box.ts';
import { collect, EMPTY } from '../geo/feature-collection.ts';
import { type Camera, createProjection } from '../geo/projection.ts';
import { type Choice, findChosenNodes } from './chosen-nodes.ts';
import { LINE_NAME } from './drawing.ts';
import { findStartSymbols } from './node-features.ts';
import { getLineColour, type Theme } from './palette.ts';

/** What is written along a line: all of it, and what fits on the small map of a phone, which may have a break in it. */
interface LineText {
  full: string;
  short: string;
}

/** What is written along each corridor, by its id. */
export type LineNames = Readonly<Record<string, LineText>>;

export interface LineName {
  text: string;
  colour: string;
  /** Of the line on the screen, in degrees clockwise from the horizontal, so that the text is never upside down. */
  angle: number;
  /** The zoom from which it is shown: from farther out it would run over the end of its line. */
  from: number;
  /** The zoom from which it no longer is, as a longer one takes its place. */
  to: number;
}

type Pixel = [x: number, y: number];

/** The zoom at which the place is chosen; the text is as long as on a map of that zoom. */
const ZOOM = 2.8;
/**
 * The small map of a phone: its zoom, how much longer a text is there, in pieces of the line, and how far a piece may bend below a full
 * text and below a short one, in pixels of `ZOOM`.
 */
const SMALL = { zoom: 1, longer: 2.3, bend: 22, shortBend: 40 };
/** Width of a letter and steps along the line, in pixels of that zoom. */
const LETTER = 6.6;
const STEP = 6;
/** How much a piece that runs steeply is worse than one that is as far from straight, in pixels for a right angle. */
const STEEP = 70;
/** Other lines nearer than this to the text, in pixels, lie under it. */
const CLEAR = 14;
/** How far from the text, in pixels, the middle of a symbol lies at least that is not under it, and how much worse a piece is with one. */
const SYMBOL = { room: 10, cost: 30 };
/** Symbols may move a text by so many pixels, not to another part of its line. */
const MOST_MOVED = 60;
/** How much worse a piece is for each pixel from where the data wish the name. */
const AWAY = 0.5;
const SCALE = (512 * 2 ** ZOOM) / 360;
const RADIANS = Math.PI / 180;

const project = ([lon, lat]: Position): Pixel => [
  lon * SCALE,
  (-Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) * SCALE) / RADIANS,
];
const unproject = ([x, y]: Pixel): Position => [
  x / SCALE,
  (2 * Math.atan(Math.exp((-y * RADIANS) / SCALE)) - Math.PI / 2) / RADIANS,
];
const measure = (a: Pixel, b: Pixel): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Points of a line in equal steps. */
function walk(line: readonly Pixel[]): Pixel[] {
  const points: Pixel[] = line.slice(0, 1);
  let left = STEP;
  line.slice(1).forEach((to, i) => {
    let from = line[i] ?? to;
    for (let long = measure(from, to); long >= left; long = measure(from, to)) {
      const share = left / long;
      from = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      points.push(from);
      left = STEP;
    }
    left -= measure(from, to);
  });
  return points;
}

interface Spot {
  at: Pixel;
  angle: number;
  cost: number;
  /** How far the piece bends, in pixels. */
  bend: number;
  /** How many symbols the text lies over. */
  symbols: number;
}

/** What speaks for and against a piece, besides its own line. */
interface Around {
  /** Steps of other lines. */
  others: readonly Pixel[];
  /** Middles of symbols. */
  symbols: readonly Pixel[];
  /** Where the name had best stand. */
  near: Pixel | null;
}

/** The part of a line that begins at a step and is so many steps long. */
interface Piece {
  at: number;
  count: number;
}

/**
 * A piece as the ground of a text: the less it bends, climbs and meets other lines, the better. Null for one that costs as much as `limit`
 * by its own line: most are, and what lies around them need not be looked at, for which the page would wait before its map is live.
 */
function judgePiece(points: readonly Pixel[], { at, count }: Piece, around: Around, limit = Infinity): Spot | null {
  const [first, last] = [points[at], points[at + count]];
  if (!first || !last) return null;
  const [[x0, y0], [x1, y1]] = first[0] <= last[0] ? [first, last] : [last, first];
  const long = Math.hypot(x1 - x0, y1 - y0) || 1;
  let [highest, lowest] = [-Infinity, Infinity];
  for (let i = at; i <= at + count; i += 1) {
    const [x, y] = points[i] ?? first;
    const bend = ((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / long;
    highest = Math.max(highest, bend);
    lowest = Math.min(lowest, bend);
  }
  const angle = Math.atan2(y1 - y0, x1 - x0) / RADIANS;
  const middle = (highest + lowest) / 2;
  const away = around.near ? measure(around.near, [(x0 + x1) / 2, (y0 + y1) / 2]) : 0;
  const own = highest - middle + (Math.abs(angle) / 90) * STEEP + away * AWAY;
  if (own >= limit) return null;
  const aside = ([x, y]: Pixel): number => ((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / long;
  const along = ([x, y]: Pixel): number => ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / long;
  const under = around.others.filter((point) => {
    const [by, up] = [along(point), aside(point) - highest];
    return by > 0 && by < long && up > 3 && up < CLEAR;
  }).length;
  const symbols = around.symbols.filter((place) => {
    const [by, up] = [along(place) - long / 2, aside(place) - highest];
    return Math.abs(by) < (count * STEP) / 2 + SYMBOL.room && up > -SYMBOL.room && up < CLEAR + SYMBOL.room;
  }).length;
  const [nx, ny] = [(y1 - y0) / long, -(x1 - x0) / long];
  return {
    // The text stands above the highest of the line's bends.
    at: [(x0 + x1) / 2 + nx * highest, (y0 + y1) / 2 + ny * highest],
    angle,
    bend: highest - lowest,
    symbols,
    cost: own + under * 2 + symbols * SYMBOL.cost,
  };
}

/** The best piece of so many steps, and the step at which it begins. */
function findPiece(points: readonly Pixel[], count: number, around: Around): { spot: Spot; at: number } | null {
  let best: { spot: Spot; at: number } | null = null;
  for (let at = 0; at + count < points.length; at += 2) {
    const spot = judgePiece(points, { at, count }, around, best?.spot.cost);
    if (spot && (best === null || spot.cost < best.spot.cost)) best = { spot, at };
  }
  return best;
}

const countSteps = (text: string, longer = 1): number => {
  const letters = Math.max(...text.split('\n').map(({ length }) => length));
  return Math.ceil((letters * LETTER * longer) / STEP);
};

interface Placed extends Pick<LineName, 'text' | 'from' | 'to'> {
  spot: Spot;
}

/** Where a text stands: the full one, and from farther out, or where that is too long for its line, the short one. */
function placeText(points: readonly Pixel[], { full, short }: LineText, around: Around): Placed[] {
  const count = countSteps(full);
  const best = findPiece(points, count, around);
  const unmoved = findPiece(points, count, { ...around, symbols: [] })?.spot.at;
  if (best === null || unmoved === undefined) return [];
  const isMoved = measure(best.spot.at, unmoved) > MOST_MOVED;
  if (full !== short && (isMoved || best.spot.symbols > 0)) {
    return placeText(points, { full: short, short }, { ...around, near: unmoved });
  }
  // Where the text is longer, the piece of line below it is, too.
  const fits = (text: string, longer: number, bend: number): boolean => {
    const steps = countSteps(text, longer);
    const from = Math.round(best.at + (count - steps) / 2);
    if (from < 0 || from + steps >= points.length) return false;
    return (judgePiece(points, { at: from, count: steps }, around)?.bend ?? Infinity) <= bend;
  };
  const placed = { spot: best.spot, text: full, to: LINE_NAME.maxZoom };
  if (fits(full, SMALL.longer, SMALL.bend)) return [{ ...placed, from: 0 }];
  const nearer = SMALL.zoom + 1;
  const own = findPiece(points, countSteps(short, SMALL.longer), { ...around, near: best.spot.at })?.spot;
  const spot = fits(short, SMALL.longer, SMALL.shortBend) ? best.spot : own;
  const isShort = spot !== undefined && (spot === best.spot || spot.bend <= SMALL.shortBend);
  return [{ ...placed, from: nearer }, ...(isShort ? [{ spot, text: short, from: 0, to: nearer }] : [])];
}

/** Degrees to each side of a point by which the direction there is found. */
const NEARBY = 0.5;
const SCREEN = { width: 1000, height: 1000 };

/** A direction of the flat map as a globe shows it, where the meridians of its sides lean. */
function turn([lon, lat]: Position, angle: number, camera: Camera): number {
  const view = createProjection(camera, SCREEN);
  const [east, north] = [Math.cos(angle * RADIANS) * NEARBY, -Math.sin(angle * RADIANS) * NEARBY * Math.cos(lat * RADIANS)];
  const [x0, y0] = view.project(lon - east, lat - north);
  const [x1, y1] = view.project(lon + east, lat + north);
  return Math.round(Math.atan2(y1 - y0, x1 - x0) / RADIANS);
}

/** What is seen of all the lines, from far out. */
function findMiddle(lines: readonly (readonly Position[])[]): Camera {
  const [west, south, east, north] = computeExtent(lines.flat()) ?? [0, 0, 0, 0];
  return { zoom: ZOOM, lon: (west + east) / 2, lat: (south + north) / 2 };
}

interface LineNameOptions {
  theme: Theme;
  filters: Filters;
  choice: Choice;
  /** From where the globe is seen; the middle of all lines by default. */
  camera?: Camera;
}

/** The names of the corridors whose main route is drawn; none while something is chosen, which they would lie over. */
export function buildLineNames(
  atlas: Atlas,
  names: LineNames,
  { theme, filters, choice, camera }: LineNameOptions,
): FeatureCollection<Point, LineName> {
  if (findChosenNodes(atlas, choice)) return EMPTY as FeatureCollection<Point, LineName>;
  const drawn = new Set(atlas.parallelLines.flatMap(({ routes }) => routes));
  const corridors = [...atlas.corridors.values()].filter(
    ({ id, main }) => names[id] !== undefined && !filters.hiddenGroups.includes(id) && drawn.has(main),
  );
  const lines = corridors.map(({ main }) => buildRouteLine(atlas, atlas.routes.get(main) ?? { links: [] }).flat());
  const symbols = findStartSymbols(atlas, filters).map(project);
  const steps = lines.map((line) => walk(line.map(project)));
  const seenFrom = camera ?? findMiddle(lines);
  return collect(
    corridors.flatMap(({ id, nameNear, colour }, i): Feature<Point, LineName>[] => {
      const name = names[id];
      if (!name) return [];
      const others = steps.flatMap((points, n) => (n === i ? [] : points));
      const wished = nameNear === undefined ? undefined : atlas.nodes.get(nameNear)?.geometry.coordinates;
      const near = wished ? project(wished) : null;
      return placeText(steps[i] ?? [], name, { others, symbols, near }).map(({ spot, ...text }) => {
        const at = unproject(spot.at);
        const angle = turn(at, spot.angle, seenFrom);
        const properties = { ...text, colour: getLineColour(theme, colour), angle };
        return { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties };
      });
    }),
  );
}
