/**
 * The ends of borders brought to a finer shore: a border of the coarse coast would run on into the sea, with a splinter of land along
 * it, or end before the shore, with a splinter of water.
 */
import type { Position } from '../../src/core/dataset/model.ts';
import { findCrossings, findNearest, JOIN, listEdges, measureDegrees } from './lines-meet.ts';

/** An end of an arc. */
interface End {
  arc: number;
  isLast: boolean;
}

/**
 * Moves the ends of borders at coasts, and those of the coasts that meet there, onto the shore: back to where the border crosses it,
 * or on to the nearest point of it. Arcs are replaced in their places.
 *
 * @param coasts indices of the arcs that are coasts
 */
export function moveBorderEnds(arcs: Position[][], coasts: ReadonlySet<number>, shores: readonly (readonly Position[])[]): void {
  for (const { at, ends } of collectEnds(arcs)) {
    const borders = ends.filter(({ arc }) => !coasts.has(arc));
    if (borders.length === 0 || borders.length === ends.length) continue;
    const near = shores.filter((shore) => findNearest(shore, at, listEdges(shore)));
    const [border] = borders;
    if (!border || near.length === 0) continue;
    const line = readFromEnd(arcs, border);
    const moved = cutBack(line, near) ?? leadOn(line, near);
    for (const other of ends) {
      const [, ...rest] = readFromEnd(arcs, other);
      replaceFromEnd(arcs, other, other === border ? moved : [moved[0] ?? at, ...rest]);
    }
  }
}

/** The ends of arcs that are no rings, by the places where they meet. */
function collectEnds(arcs: readonly (readonly Position[])[]): { at: Position; ends: End[] }[] {
  const places = new Map<string, { at: Position; ends: End[] }>();
  arcs.forEach((line, arc) => {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last || String(first) === String(last)) return;
    for (const [at, isLast] of [[first, false] as const, [last, true] as const]) {
      const place = places.get(String(at)) ?? { at, ends: [] };
      place.ends.push({ arc, isLast });
      places.set(String(at), place);
    }
  });
  return [...places.values()];
}

function readFromEnd(arcs: readonly Position[][], { arc, isLast }: End): Position[] {
  const line = arcs[arc] ?? [];
  return isLast ? line.toReversed() : line;
}

function replaceFromEnd(arcs: Position[][], { arc, isLast }: End, line: Position[]): void {
  arcs[arc] = isLast ? line.toReversed() : line;
}

/** A border from the innermost place near its first point where a shore crosses it; null where none does. */
function cutBack(border: readonly Position[], shores: readonly (readonly Position[])[]): Position[] | null {
  const [start] = border;
  const crossings = shores
    .flatMap((shore) => listEdges(border).flatMap((edge) => findCrossings(border, edge, shore)))
    .filter(({ at }) => start && measureDegrees(start, at) < JOIN)
    .sort((a, b) => b.along - a.along);
  const [inmost] = crossings;
  return inmost ? [inmost.at, ...border.slice(Math.floor(inmost.along) + 1)] : null;
}

/** A border led on to the nearest point of the shores. */
function leadOn(border: readonly Position[], shores: readonly (readonly Position[])[]): Position[] {
  const [start] = border;
  const found = start ? shores.flatMap((shore) => findNearest(shore, start, listEdges(shore)) ?? []) : [];
  const nearest = found.toSorted((a, b) => a.away - b.away)[0];
  return nearest ? [nearest.at, ...border] : [...border];
}
