/** Kilometres by country, by the shapes of the base map. */
import { findRuns } from '../../geo/sample-along.ts';
import { INTERNATIONAL_WATERS, type Share, sumBy, toMetres } from '../../measure/measure.ts';
import type { Position } from '../../dataset/model.ts';

/** Country of a point, null at sea. */
export type Locate = (at: Position) => string | null;

/** Shorter sections between two of the same country belong to that one: the coast and borders are drawn no finer. */
const SLIVER_KM = 2.5;
/** Questions along a line at the most, however long it is. */
const STEPS = 20_000;

interface Piece {
  code: string;
  km: number;
}

/** One row a country in the order of travel; the rows add up to `drawnKm`. */
export function computeCountryShares(lines: readonly (readonly Position[])[], drawnKm: number, locate: Locate): Share[] {
  const step = Math.max(1, drawnKm / STEPS);
  const pieces = lines.flatMap((line) =>
    findRuns(line, (at) => locate(at) ?? INTERNATIONAL_WATERS, step).map(({ value, km }): Piece => ({ code: value, km })),
  );
  const sums = sumBy(
    withoutSlivers(pieces),
    ({ code }) => code,
    ({ km }) => km,
  );
  const total = [...sums.values()].reduce((sum, km) => sum + km, 0);
  if (total === 0) return [];
  const shares = [...sums].map(([code, km]) => ({ code, km: toMetres((km / total) * drawnKm) }));
  const longest = shares.reduce((a, b) => (b.km > a.km ? b : a));
  longest.km = toMetres(longest.km + drawnKm - shares.reduce((sum, { km }) => sum + km, 0));
  return shares.filter(({ km }) => km > 0);
}

/** Slivers go to the country before them, in one pass. */
function withoutSlivers(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  pieces.forEach((piece, i) => {
    const last = out.at(-1);
    const next = pieces[i + 1];
    const isSliver = last && next && piece.km < SLIVER_KM && next.code === last.code;
    if (last && (isSliver || last.code === piece.code)) last.km += piece.km;
    else out.push({ ...piece });
  });
  return out;
}
