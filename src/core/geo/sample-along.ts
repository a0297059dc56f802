import { distance } from '@turf/distance';
import type { Position } from '../dataset/model.ts';

/** A section of a line with one answer. */
export interface Run<T> {
  value: T;
  km: number;
  /** The point halfway along it, to the step. */
  middle: Position;
  /** Points of it, one for each step. */
  places: Position[];
}

/** Precision with which the point of a change is found, in kilometres. */
const PRECISION = 0.005;
/** Steps from this length on, in kilometres, are rough anyhow: a change is found to a share of them. */
const LONG_STEP = 10;
const SHARE = 0.05;

const interpolate = (a: Position, b: Position, t: number): Position => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

interface OpenRun<T> {
  value: T;
  pieces: { km: number; middle: Position }[];
}

/**
 * Walks a line and asks at every step where it is; where the answer changes, the point is found by halving.
 *
 * A line is cut this way and not by intersecting it with polygons, because that takes seconds for each line at borders of full
 * detail. An excursion that is shorter than a step may be missed; the callers merge such slivers anyhow.
 *
 * @param ask is called with lon/lat; answers are compared with `===`
 * @param stepKm longest section without a question
 */
export function findRuns<T>(line: readonly Position[], ask: (at: Position) => T, stepKm: number): Run<T>[] {
  const runs: OpenRun<T>[] = [];
  const add = (value: T, km: number, middle: Position) => {
    const last = runs.at(-1);
    if (last?.value === value) last.pieces.push({ km, middle });
    else if (km > 0) runs.push({ value, pieces: [{ km, middle }] });
  };
  const precision = stepKm > LONG_STEP ? stepKm * SHARE : PRECISION;
  const [first, ...others] = line;
  if (!first) return [];
  let a = first;
  let here = ask(a);
  for (const b of others) {
    const km = distance(a, b);
    const steps = Math.max(1, Math.ceil(km / stepKm));
    for (let step = 0; step < steps; step++) {
      here = walkStep({ a, b, km, from: step / steps, to: (step + 1) / steps, precision }, here, ask, add);
    }
    a = b;
  }
  return runs.map(closeRun);
}

/** A step between two vertices; `from` and `to` are shares of the segment between them. */
interface Step {
  a: Position;
  b: Position;
  km: number;
  from: number;
  to: number;
  /** Kilometres within which the point of a change is found. */
  precision: number;
}

/** Adds the pieces of a step and returns the answer at its end. */
function walkStep<T>(
  { a, b, km, from: start, to, precision }: Step,
  answer: T,
  ask: (at: Position) => T,
  add: (value: T, km: number, middle: Position) => void,
): T {
  let [from, here] = [start, answer];
  const next = ask(interpolate(a, b, to));
  // A step may hold more than one change: after each, the walk goes on from there.
  for (let guard = 0; here !== next && guard < 8; guard++) {
    let low = from;
    let high = to;
    while ((high - low) * km > precision) {
      const mid = (low + high) / 2;
      if (ask(interpolate(a, b, mid)) === here) low = mid;
      else high = mid;
    }
    add(here, (high - from) * km, interpolate(a, b, (from + high) / 2));
    from = high;
    here = ask(interpolate(a, b, high));
  }
  add(next, (to - from) * km, interpolate(a, b, (from + to) / 2));
  return next;
}

function closeRun<T>({ value, pieces }: OpenRun<T>): Run<T> {
  const km = pieces.reduce((sum, piece) => sum + piece.km, 0);
  let past = 0;
  let middle: Position = [0, 0];
  for (const piece of pieces) {
    middle = piece.middle;
    past += piece.km;
    if (past >= km / 2) break;
  }
  return { value, km, middle, places: pieces.map((piece) => piece.middle) };
}
