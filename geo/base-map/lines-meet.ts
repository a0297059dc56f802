/** Where lines on the ground cross each other or come near. */
import type { Position } from '../../src/core/dataset/model.ts';

/** Longest line from the end of a shore to the coast, or of a coast or a border to the shore, in degrees of latitude. */
export const JOIN = 0.06;

/** A place on a line. */
export interface OnLine {
  /** How far along the line, in points. */
  along: number;
  at: Position;
}

const interpolate = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** Where two edges cross, as shares of each; null where they do not. */
function cross(a: Position, b: Position, c: Position, d: Position): [number, number] | null {
  const [abx, aby, cdx, cdy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const area = abx * cdy - aby * cdx;
  if (area === 0) return null;
  const s = ((c[0] - a[0]) * cdy - (c[1] - a[1]) * cdx) / area;
  const t = ((c[0] - a[0]) * aby - (c[1] - a[1]) * abx) / area;
  return s >= 0 && s < 1 && t >= 0 && t < 1 ? [s, t] : null;
}

/** Where an edge of a line crosses another line. */
export const findCrossings = (
  line: readonly Position[],
  edge: number,
  other: readonly Position[],
): (OnLine & { onOther: number })[] => {
  const [a, b] = [line[edge], line[edge + 1]];
  if (!a || !b) return [];
  return other.slice(1).flatMap((d, j) => {
    const shares = cross(a, b, other[j] ?? d, d);
    return shares ? [{ along: edge + shares[0], onOther: j + shares[1], at: interpolate(a, b, shares[0]) }] : [];
  });
};

/** The edges of a line, by their first points. */
export const listEdges = (line: readonly Position[]): number[] => line.slice(1).map((_, edge) => edge);

/** The point of a line, of some of its edges, that is nearest to a place; null where none is near enough to be joined to it. */
export function findNearest(
  line: readonly Position[],
  place: Position,
  edges: readonly number[],
): (OnLine & { away: number }) | null {
  const squeeze = getSqueeze(place);
  let [nearest, least]: [ReturnType<typeof findNearest>, number] = [null, JOIN];
  for (const edge of edges) {
    const [a, b] = [line[edge], line[edge + 1]];
    if (!a || !b) continue;
    const [x, y, dx, dy] = [(place[0] - a[0]) * squeeze, place[1] - a[1], (b[0] - a[0]) * squeeze, b[1] - a[1]];
    const share = Math.max(0, Math.min(1, (x * dx + y * dy) / (dx * dx + dy * dy || 1)));
    const away = Math.hypot(x - dx * share, y - dy * share);
    if (away < least) [nearest, least] = [{ along: edge + share, at: interpolate(a, b, share), away }, away];
  }
  return nearest;
}

/** Degrees of latitude between two places that are near to each other. */
export const measureDegrees = (a: Position, b: Position): number => Math.hypot((a[0] - b[0]) * getSqueeze(a), a[1] - b[1]);

/** A degree of longitude in degrees of latitude. */
const getSqueeze = ([, lat]: Position): number => Math.cos((lat * Math.PI) / 180);
