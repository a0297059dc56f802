/** Kilometres by country, by the shapes of the base map. */
import { findRuns } from '../../geo/sample-along.ts';
import { INTERNATIONAL_WATERS, type Share, sumBy, toMetres } from '../../measure/measure.ts';
import type { Position } from '../../dataset/model.ts';
import type { Pause } from '../formats/format.ts';

/** Country of a point, null at sea. */
export type Locate = (at: Position) => string | null;

/** Shorter sections between two of the same country belong to that one: the coast and borders are drawn no finer. */
const SLIVER_KM = 2.5;
/** Questions along a route, and along all routes of a file, at the most, however long they are. */
const ROUTE_QUESTIONS = 20_000;
const FILE_QUESTIONS = 250_000;
/** Vertices that are asked for between two pauses. */
const PIECE = 500;

interface Piece {
  code: string;
  km: number;
}

export interface SharesOptions {
  locate: Locate;
  /** Kilometres of all routes that are asked for in one go. */
  totalKm: number;
  pause: Pause;
}

/** A row for each country in the order of travel; the rows add up to `drawnKm`. */
export async function computeCountryShares(
  lines: readonly (readonly Position[])[],
  drawnKm: number,
  { locate, totalKm, pause }: SharesOptions,
): Promise<Share[]> {
  const step = Math.max(1, drawnKm / ROUTE_QUESTIONS, totalKm / FILE_QUESTIONS);
  const pieces: Piece[] = [];
  for (const line of lines) {
    for (let at = 0; at < line.length - 1; at += PIECE) {
      const runs = findRuns(line.slice(at, at + PIECE + 1), (position) => locate(position) ?? INTERNATIONAL_WATERS, step);
      for (const { value, km } of runs) pieces.push({ code: value, km });
      await pause(at / line.length);
    }
  }
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
