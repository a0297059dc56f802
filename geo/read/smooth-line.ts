import type { Position } from '../../src/core/dataset/model.ts';

/** Bends sharper than this stay corners: a line turns there (a reversal, a triangle), it does not swing. Degrees. */
const CORNER = 75;
/** Points set along each section; enough that chords stay within about 100 m of the curve over 40 km. */
const STEPS = 8;

const KM_PER_DEGREE = 111.195;

/**
 * A smooth line through points of a railway, because track swings where straight chords between stations cut corners.
 *
 * Centripetal Catmull–Rom, which passes every point and makes no loops; in local kilometres, so that it bends alike at all
 * latitudes. Stretches shorter than 1 km and the two sides of a sharp corner stay straight.
 *
 * @param points lon/lat in degrees, at least two, in order
 * @returns lon/lat in degrees, rounded to 4 decimals (about 10 m); the given points are all in it
 */
export function smoothLine(points: readonly Position[]): Position[] {
  if (points.length < 3) return points.map(round);
  const lat0 = points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
  const kx = KM_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const plane = points.map(([lon, lat]): Position => [lon * kx, lat * KM_PER_DEGREE]);
  const line: Position[] = [];
  for (let i = 0; i + 1 < plane.length; i++) {
    const b = plane[i]!;
    const c = plane[i + 1]!;
    line.push(round(points[i]!));
    if (distance(b, c) < 1) continue;
    const before = plane[i - 1];
    const after = plane[i + 2];
    // At an end or a corner the line leaves straight: the neighbour is mirrored.
    const a = before && turn(before, b, c) < CORNER ? before : mirror(c, b);
    const d = after && turn(b, c, after) < CORNER ? after : mirror(b, c);
    for (let s = 1; s < STEPS; s++) {
      const [x, y] = catmullRom(a, b, c, d, s / STEPS);
      line.push(round([x / kx, y / KM_PER_DEGREE]));
    }
  }
  line.push(round(points.at(-1)!));
  return line;
}

const round = ([lon, lat]: Position): Position => [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
const distance = (a: Position, b: Position): number => Math.hypot(b[0] - a[0], b[1] - a[1]);
const mirror = (of: Position, at: Position): Position => [2 * at[0] - of[0], 2 * at[1] - of[1]];

/** How far a line turns at `b`, degrees. */
function turn(a: Position, b: Position, c: Position): number {
  const angle = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0]);
  return Math.abs((((angle * 180) / Math.PI + 540) % 360) - 180);
}

/** The point at share `s` of the section b–c of a centripetal Catmull–Rom spline (Barry and Goldman's pyramid). */
function catmullRom(a: Position, b: Position, c: Position, d: Position, s: number): Position {
  const t1 = Math.sqrt(distance(a, b)) || 1e-6;
  const t2 = t1 + (Math.sqrt(distance(b, c)) || 1e-6);
  const t3 = t2 + (Math.sqrt(distance(c, d)) || 1e-6);
  const t = t1 + s * (t2 - t1);
  const mix = (p: Position, q: Position, from: number, to: number): Position => {
    const share = (t - from) / (to - from);
    return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share];
  };
  const ab = mix(a, b, 0, t1);
  const bc = mix(b, c, t1, t2);
  const cd = mix(c, d, t2, t3);
  return mix(mix(ab, bc, 0, t2), mix(bc, cd, t1, t3), t1, t2);
}
