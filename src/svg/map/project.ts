/** Lines and areas of the earth on the screen: bent as the projection bends them, ended at the horizon. */
import type { Position } from '../../core/dataset/model.ts';
import { type Point, type Projection } from '../../core/geo/projection.ts';

/** Longer sections are bent between their ends, in degrees. */
const SECTION = 2;
/** A hidden run along the horizon has a point at least every so many radians. */
const ARC = 0.06;
const HALVINGS = 14;

const interpolate = ([lon0, lat0]: Position, [lon1, lat1]: Position, share: number): Position => [
  lon0 + (lon1 - lon0) * share,
  lat0 + (lat1 - lat0) * share,
];

function densify(line: readonly Position[]): Position[] {
  const bent: Position[] = [];
  let from = line[0];
  for (const to of line) {
    const parts = from ? Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])) / SECTION) : 0;
    if (!from || parts < 2) bent.push(to);
    else for (let part = 1; part <= parts; part += 1) bent.push(interpolate(from, to, part / parts));
    from = to;
  }
  return bent;
}

/** Whole turns by which a flat map shows a section of longitudes. */
function findTurns(line: readonly Position[], { size, camera }: Projection, bleed: number): number[] {
  const half = ((size.width / 2 + bleed) / (512 * 2 ** camera.zoom)) * 360;
  let [west, east] = [Infinity, -Infinity];
  for (const [lon] of line) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  const first = Math.ceil((camera.lon - half - east) / 360);
  const last = Math.floor((camera.lon + half - west) / 360);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * 360);
}

/** The visible parts of a line. `bleed`: pixels beyond the edges that are wanted too. */
export function projectLine(line: readonly Position[], view: Projection, bleed = 0): Point[][] {
  if (view.globeness === 0) {
    return findTurns(line, view, bleed).map((turn) => line.map(([lon, lat]) => view.project(lon + turn, lat)));
  }
  const parts: Point[][] = [];
  let part: Point[] = [];
  let before: Position | undefined;
  let wasVisible = false;
  for (const place of densify(line)) {
    const isVisible = view.isVisible(...place);
    if (before && isVisible !== wasVisible) {
      const edge = view.project(...findHorizonCrossing(wasVisible ? before : place, wasVisible ? place : before, view));
      if (isVisible) part = [edge];
      else parts.push([...part, edge]);
    }
    if (isVisible) part.push(view.project(...place));
    else part = [];
    [before, wasVisible] = [place, isVisible];
  }
  parts.push(part);
  return parts.filter(({ length }) => length > 1);
}

/** Where a section goes over the horizon. */
function findHorizonCrossing(visible: Position, hidden: Position, view: Projection): Position {
  let [near, far] = [visible, hidden];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = interpolate(near, far, 0.5);
    if (view.isVisible(...middle)) near = middle;
    else far = middle;
  }
  return near;
}

/** A ring with what lies beyond the horizon drawn along it; none where nothing is seen. */
export function projectRing(ring: readonly Position[], view: Projection, bleed = 0): Point[][] {
  if (view.globeness === 0) {
    return findTurns(ring, view, bleed).map((turn) => ring.map(([lon, lat]) => view.project(lon + turn, lat)));
  }
  if (!ring.some((place) => view.isVisible(...place))) return [];
  const points: Point[] = [];
  let hidden: Point | null = null;
  for (const place of densify(ring)) {
    const point = view.project(...place);
    const isVisible = view.isVisible(...place);
    if (!isVisible && hidden) points.push(...traceHorizon(hidden, point, ...view.middle));
    points.push(point);
    hidden = isVisible ? null : point;
  }
  return [points];
}

/** Points along the horizon between two points of it, the shorter side. */
function traceHorizon([x0, y0]: Point, [x1, y1]: Point, x: number, y: number): Point[] {
  const [from, to] = [Math.atan2(y0 - y, x0 - x), Math.atan2(y1 - y, x1 - x)];
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  const parts = Math.floor(Math.abs(turn) / ARC);
  const radius = Math.hypot(x0 - x, y0 - y);
  return Array.from({ length: Math.max(0, parts - 1) }, (_, i) => {
    const angle = from + (turn * (i + 1)) / parts;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A place on the screen, once for each time that the map shows it. */
export function projectPlace(place: Position, view: Projection, bleed = 0): Point[] {
  if (view.globeness > 0) return view.isVisible(...place) ? [view.project(...place)] : [];
  return findTurns([place], view, bleed).map((turn) => view.project(place[0] + turn, place[1]));
}
