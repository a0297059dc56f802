import { distance } from '@turf/distance';
import type { Position } from '../dataset/model.ts';

/** A section of a line with one answer. */
export interface Run<T> {
  value: T;
  km: number;
  /** The point halfway along it, to the step. */
  middle: Position;
}

/** Precision with which the place of a change is found, in kilometres. */
const PRECISION = 0.005;
/** Steps from this length on, in kilometres, are rough anyhow: a change is found to a share of them. */
const LONG_STEP = 10;
const SHARE = 0.05;

const between = (a: Position, b: Position, t: number): Position => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/**
 * Walks a line and asks at every step where it is; where the answer changes, the place is found by halving.
 *
 * A line is cut this way and not by intersecting it with polygons, because that takes seconds a line at borders of full
 * detail. An excursion that is shorter than a step may be missed; the callers merge such slivers anyhow.
 *
 * @param ask is called with lon/lat; answers are compared with `===`
 * @param stepKm longest section without a question
 */
export function findRuns<T>(line: readonly Position[], ask: (at: Position) => T, stepKm: number): Run<T>[] {
  const runs: { value: T; pieces: { km: number; middle: Position }[] }[] = [];
  const add = (value: T, km: number, middle: Position) => {
    const last = runs.at(-1);
    if (last && last.value === value) last.pieces.push({ km, middle });
    else if (km > 0) runs.push({ value, pieces: [{ km, middle }] });
  };
  const precision = stepKm > LONG_STEP ? stepKm * SHARE : PRECISION;
  let here = ask(line[0]!);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const km = distance(a, b);
    const steps = Math.max(1, Math.ceil(km / stepKm));
    for (let s = 0; s < steps; s++) {
      let from = s / steps;
      const to = (s + 1) / steps;
      const next = ask(between(a, b, to));
      // A section may hold more than one change: after each, the walk goes on from there.
      for (let guard = 0; here !== next && guard < 8; guard++) {
        let low = from;
        let high = to;
        while ((high - low) * km > precision) {
          const mid = (low + high) / 2;
          if (ask(between(a, b, mid)) === here) low = mid;
          else high = mid;
        }
        add(here, (high - from) * km, between(a, b, (from + high) / 2));
        from = high;
        here = ask(between(a, b, high));
      }
      add(next, (to - from) * km, between(a, b, (from + to) / 2));
      here = next;
    }
  }
  return runs.map(({ value, pieces }) => {
    const km = pieces.reduce((sum, piece) => sum + piece.km, 0);
    let past = 0;
    const half = pieces.find((piece) => (past += piece.km) >= km / 2) ?? pieces[0]!;
    return { value, km, middle: half.middle };
  });
}
