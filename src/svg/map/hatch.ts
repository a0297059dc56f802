/** Parallel lines over an area, as paths: a picture refers to no pattern, which some hosts would not allow. */
import type { Geometry } from 'geojson';
import type { Point } from '../../core/geo/projection.ts';
import { AREA_HATCH } from '../../core/style/symbols.ts';
import { writePathData } from '../geometry.ts';
import { type Canvas, listPolygons, NETWORK, projectRings } from './canvas.ts';

/** The parts within rings of lines with a normal, so many pixels apart. */
function hatchRings(rings: readonly (readonly Point[])[], [nx, ny]: Point, gap: number): Point[][] {
  const across = ([x, y]: Point): number => x * nx + y * ny;
  const along = ([x, y]: Point): number => x * ny - y * nx;
  const edges = rings.flatMap((ring) => ring.map((to, i) => [ring.at(i - 1) ?? to, to] as const));
  const reached = edges.map(([, to]) => across(to));
  const lines: Point[][] = [];
  for (let at = Math.ceil(Math.min(...reached) / gap) * gap; at < Math.max(...reached); at += gap) {
    const crossings = edges
      .flatMap(([from, to]): Point[] => {
        const [before, after] = [across(from) - at, across(to) - at];
        if (before < 0 === after < 0) return [];
        const share = before / (before - after);
        return [[from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]];
      })
      .sort((a, b) => along(a) - along(b));
    for (let i = 0; i + 1 < crossings.length; i += 2) lines.push(crossings.slice(i, i + 2));
  }
  return lines;
}

/** The lines of a kind of area as path data. */
export function writeHatchPath(geometry: Geometry, kind: keyof typeof AREA_HATCH.normals, canvas: Canvas): string {
  const [x, y] = AREA_HATCH.normals[kind];
  const length = Math.hypot(x, y);
  return listPolygons(geometry)
    .flatMap((rings) => hatchRings(projectRings(rings, canvas, NETWORK), [x / length, y / length], AREA_HATCH.gap))
    .map((line) => writePathData(line, { precision: NETWORK.precision }))
    .join('');
}
