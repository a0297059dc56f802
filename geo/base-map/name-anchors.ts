/**
 * Where the names of the countries that the corridors pass stand: clear of the lines, on the country itself as far as there is room,
 * for a few ranges of zooms. A map draws names where it is told to and knows nothing of the lines under them.
 */
import type { Position } from '../../src/core/dataset/model.ts';

/** What the names have to keep clear of. */
export interface Surroundings {
  /** Codes of the countries that are named before all places. */
  countries: ReadonlySet<string>;
  /** The drawn lines. */
  lines: readonly (readonly Position[])[];
}

export interface NamedCountry {
  code: string;
  name: string;
  lon: number;
  lat: number;
  /** The zoom from which it would be named by its size: small countries choose their places first. */
  rank: number;
}

export type Anchor = [zoom: number, lon: number, lat: number];
type Pixel = readonly [x: number, y: number];
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Whole zooms from which a place holds, the zoom at which it is judged, and the size of the letters there in pixels. */
const RANGES = [
  { from: 0, zoom: 2.7, size: 11.5 },
  { from: 4, zoom: 4.6, size: 13.5 },
  { from: 6, zoom: 6.6, size: 15.5 },
];
/** Width of a letter and height of a line, in sizes of the letters. */
const LETTER = 0.68;
const LINE = 1.5;
/** How far from its middle a country's name may stand, and the step of the search, in pixels. */
const REACH = { x: 168, y: 104 };
const STEP = 8;
/** Pixels by which a name keeps clear of a line. */
const CLEAR = 5;
/** What is bad about a place: lying on a foreign country, on water, over lines, far from the middle. Off the country, or on another name is worst. */
const COST = { foreign: 12, water: 2, lines: 9, far: 6, away: 40, taken: 100 };
const RADIANS = Math.PI / 180;

const getScale = (zoom: number): number => (512 * 2 ** zoom) / 360;

function project([lon, lat]: Position, scale: number): Pixel {
  return [lon * scale, (-Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) * scale) / RADIANS];
}

function unproject([x, y]: Pixel, scale: number): Position {
  return [x / scale, (2 * Math.atan(Math.exp((-y * RADIANS) / scale)) - Math.PI / 2) / RADIANS];
}

/** Squares of `CLEAR` pixels that a line passes. */
function markLines(lines: Surroundings['lines'], scale: number): Set<string> {
  const marked = new Set<string>();
  for (const line of lines) {
    line.slice(1).forEach((to, i) => {
      const [x0, y0] = project(line[i] ?? to, scale);
      const [x1, y1] = project(to, scale);
      const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / CLEAR) + 1;
      for (let step = 0; step <= steps; step++) {
        const share = step / steps;
        marked.add(`${Math.round((x0 + (x1 - x0) * share) / CLEAR)} ${Math.round((y0 + (y1 - y0) * share) / CLEAR)}`);
      }
    });
  }
  return marked;
}

/** Share of a box's width that lines pass, up to one. */
function measureLines([left, top, right, bottom]: Box, marked: ReadonlySet<string>): number {
  let [columns, met] = [0, 0];
  for (let x = Math.round(left / CLEAR); x <= Math.round(right / CLEAR); x++) {
    columns += 1;
    for (let y = Math.round(top / CLEAR); y <= Math.round(bottom / CLEAR); y++) {
      if (!marked.has(`${x} ${y}`)) continue;
      met += 1;
      break;
    }
  }
  return met / columns;
}

/** Pixels by which a name may stand beside its country. */
const BESIDE = 7;

/** What a box lies on, as a cost: nothing where it is all on its own country. */
function judgeGround(
  [left, top, right, bottom]: Box,
  scale: number,
  code: string,
  locate: (at: Position) => string | null,
): number {
  const look = (x: number, y: number): string | null => locate(unproject([x, y], scale));
  const columns = [0, 1, 2, 3, 4, 5, 6].map((i) => left + ((right - left) * i) / 6);
  const costs = columns.flatMap((x) =>
    [top, bottom].map((y) => {
      const here = look(x, y);
      return here === code ? 0 : here === null ? COST.water : COST.foreign;
    }),
  );
  const cost = costs.reduce((sum, one) => sum + one, 0) / costs.length;
  const isBeside =
    costs.includes(0) ||
    columns.some((x) => [top - BESIDE, (top + bottom) / 2, bottom + BESIDE].some((y) => look(x, y) === code));
  return isBeside ? cost : cost + COST.away;
}

const touches = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function findPlace(
  country: NamedCountry,
  { scale, size, marked, taken }: { scale: number; size: number; marked: ReadonlySet<string>; taken: readonly Box[] },
  locate: (at: Position) => string | null,
): { at: Pixel; box: Box } {
  const [x0, y0] = project([country.lon, country.lat], scale);
  const [width, height] = [country.name.length * LETTER * size, LINE * size];
  let best: { at: Pixel; box: Box; cost: number } | null = null;
  for (let dx = -REACH.x; dx <= REACH.x; dx += STEP) {
    for (let dy = -REACH.y; dy <= REACH.y; dy += STEP) {
      const at: Pixel = [x0 + dx, y0 + dy];
      const box: Box = [at[0] - width / 2, at[1] - height / 2, at[0] + width / 2, at[1] + height / 2];
      const far = (COST.far * Math.hypot(dx, dy)) / REACH.y;
      const before = far + COST.lines * measureLines(box, marked) + (taken.some((other) => touches(box, other)) ? COST.taken : 0);
      if (best && before >= best.cost) continue;
      const cost = before + judgeGround(box, scale, country.code, locate);
      if (!best || cost < best.cost) best = { at, box, cost };
    }
  }
  return best ?? { at: [x0, y0], box: [x0, y0, x0, y0] };
}

/** The places of the name of each country that the corridors pass, by its code; none for other countries. */
export function findAnchors(
  countries: readonly NamedCountry[],
  { countries: codes, lines }: Surroundings,
  locate: (at: Position) => string | null,
): Map<string, Anchor[]> {
  const named = countries.filter(({ code }) => codes.has(code)).toSorted((a, b) => b.rank - a.rank);
  const anchors = new Map<string, Anchor[]>(named.map(({ code }) => [code, []]));
  for (const { from, zoom, size } of RANGES) {
    const scale = getScale(zoom);
    const taken: Box[] = [];
    const marked = markLines(lines, scale);
    for (const country of named) {
      const { at, box } = findPlace(country, { scale, size, marked, taken }, locate);
      taken.push(box);
      const [lon, lat] = unproject(at, scale);
      anchors.get(country.code)?.push([from, Math.round(lon * 100) / 100, Math.round(lat * 100) / 100]);
    }
  }
  return anchors;
}
