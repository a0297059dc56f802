/** Lines and rings in pixels: clipped, simplified, offset, and written as path data. */
import type { Point } from '../core/geo/projection.ts';

export type Frame = [left: number, top: number, right: number, bottom: number];

const interpolate = ([x0, y0]: Point, [x1, y1]: Point, share: number): Point => [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];

/** The parts of a line within a frame. */
export function clipLine(line: readonly Point[], frame: Frame): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (const [i, to] of line.entries()) {
    const from = line[i - 1];
    const span = from && findSpanInside(from, to, frame);
    if (!span) continue;
    const [start, end] = [interpolate(from, to, span[0]), interpolate(from, to, span[1])];
    if (part.length === 0 || span[0] > 0) {
      if (part.length > 1) parts.push(part);
      part = [start];
    }
    part.push(end);
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** Shares of a segment between which it is inside (Liang and Barsky). */
function findSpanInside([x0, y0]: Point, [x1, y1]: Point, [left, top, right, bottom]: Frame): [number, number] | null {
  let [start, end] = [0, 1];
  const [dx, dy] = [x1 - x0, y1 - y0];
  for (const [p, q] of [
    [-dx, x0 - left],
    [dx, right - x0],
    [-dy, y0 - top],
    [dy, bottom - y0],
  ] as const) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) start = Math.max(start, q / p);
    else end = Math.min(end, q / p);
  }
  return start < end ? [start, end] : null;
}

/** A ring cut to a frame (Sutherland and Hodgman): what it leaves outside runs along the frame. */
export function clipRing(ring: readonly Point[], [left, top, right, bottom]: Frame): Point[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ];
  let points = [...ring];
  for (const [axis, limit, sign] of sides) {
    const kept: Point[] = [];
    let before = points.at(-1);
    for (const point of points) {
      before ??= point;
      const [inside, wasInside] = [(point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0];
      if (inside !== wasInside) kept.push(interpolate(before, point, (limit - before[axis]) / (point[axis] - before[axis])));
      if (inside) kept.push(point);
      before = point;
    }
    points = kept;
  }
  return points;
}

/** How far a corner may stick out, in distances of the line. */
const MITRE = 1.6;

/** The line moved aside, to the right of its direction where `pixels` is positive. */
export function offsetLine(line: readonly Point[], pixels: number): Point[] {
  if (pixels === 0) return [...line];
  const normals = line.slice(1).map((to, i): Point => {
    const from = line[i] ?? to;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy) || 1;
    return [-dy / length, dx / length];
  });
  return line.map(([x, y], i) => {
    const before = normals[i - 1] ?? normals[i];
    const after = normals[i] ?? before;
    if (!before || !after) return [x, y];
    const [nx, ny] = [before[0] + after[0], before[1] + after[1]];
    const length = Math.hypot(nx, ny);
    if (length < 1e-6) return [x + after[0] * pixels, y + after[1] * pixels];
    const reach = Math.min(MITRE, 2 / length) * pixels;
    return [x + (nx / length) * reach, y + (ny / length) * reach];
  });
}

/**
 * Points on a grid as path data, each relative to the one before.
 *
 * @param precision tenths of a pixel between the lines of the grid
 */
export function writePathData(line: readonly Point[], { close = false, precision = 1 } = {}): string {
  let [x, y] = [0, 0];
  let data = '';
  for (const [px, py] of line) {
    const [nx, ny] = [Math.round((px * 10) / precision) * precision, Math.round((py * 10) / precision) * precision];
    if (data === '') data = `M${writePair(nx, ny)}l`;
    else if (nx !== x || ny !== y) data += (data.endsWith('l') ? '' : getSeparator(nx - x)) + writePair(nx - x, ny - y);
    [x, y] = [nx, ny];
  }
  if (data.endsWith('l')) return '';
  return close ? `${data}z` : data;
}

const getSeparator = (tenths: number): string => (tenths < 0 ? '' : ' ');
const writePair = (x: number, y: number): string => roundShort(x) + getSeparator(y) + roundShort(y);

/** Tenths as a number without what can be left out. */
function roundShort(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}

/** Pixels as short text. */
export const px = (value: number): string => roundShort(Math.round(value * 10));
