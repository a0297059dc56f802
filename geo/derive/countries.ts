import { INTERNATIONAL_WATERS, type Share, sumBy, toMetres } from '../../src/core/measure/measure.ts';
import type { Mode, Position } from '../../src/core/dataset/model.ts';
import { sampleAround } from '../../src/core/geo/locate.ts';
import { type Run, findRuns } from '../../src/core/geo/sample-along.ts';

/** A line that runs along a border wobbles over it: shorter sections between two of the same country belong to that one. */
export const SLIVER_KM = 2.5;
/** A border station may stand on the wrong side of a border drawn at 1:10 million; its own country counts this far. */
const END_KM = 4;
/** The border of the base map lies up to this far off rivers that are borders. */
const BORDER_KM = 5;
/** Shorter sections of sea legs on land are quays and a coast drawn a little wide. */
const QUAY_KM = 5;
const STEP_KM = 1;
const SEA_STEP_KM = 4;

export interface CountryCut {
  /** One row a country, in the order in which the line comes into it. */
  countries: Share[];
  /** A row for each time it comes into one; only where that differs. */
  passes?: Share[];
}

export interface CutOptions {
  mode: Mode;
  /** Countries of the nodes at both ends. */
  from: string;
  to: string;
  /** True for a sea leg that passes a canal or a strait, whose kilometres count for its country. */
  canal?: boolean;
  /** The only countries that it passes, for a line along a border river; all by default. */
  only?: readonly string[];
}

type Piece = Pick<Run<string | null>, 'value' | 'km' | 'places'>;
type Locate = (at: Position) => string | null;

/**
 * Cuts a line at the borders. A line that names no countries passes from that of its first node to that of its last one, and what
 * runs along a border between the two, nearer to it than the base map is true, is no crossing.
 *
 * @param locate gives the country of a point, null at sea
 * @param drawnKm length of the line; the shares add up to it
 */
export function cutByCountry(
  line: readonly Position[],
  drawnKm: number,
  locate: Locate,
  { mode, from, to, canal = false, only }: CutOptions,
): CountryCut {
  const runs: Piece[] = findRuns(line, locate, mode === 'sea' ? SEA_STEP_KM : STEP_KM);
  const merged =
    mode === 'sea'
      ? joined(runs.map((run) => (canal && run.value && run.km >= QUAY_KM ? run : { ...run, value: INTERNATIONAL_WATERS })))
      : withoutSlivers(
          only
            ? adjustEnds(keepNamedCountries(onLand(runs, from), only), from, to, only)
            : straightenBorder(adjustEnds(onLand(runs, from), from, to), locate, [from, to]),
        );
  const passes = scaled(merged, drawnKm);
  const sums = sumBy(
    passes,
    ({ code }) => code,
    ({ km }) => km,
  );
  const countries = [...sums].map(([code, km]) => ({ code, km }));
  return countries.length === passes.length ? { countries } : { countries, passes };
}

function joined(runs: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const { value, km, places } of runs) {
    const last = out.at(-1);
    if (last?.value === value) {
      last.km += km;
      last.places = [...last.places, ...places];
    } else out.push({ value, km, places });
  }
  return out;
}

/** A bridge or a tunnel under a strait belongs to the country before it, at the start to that of the node. */
function onLand(runs: readonly Piece[], from: string): Piece[] {
  let here = from;
  return joined(
    runs.map((run) => {
      here = run.value ?? here;
      return { ...run, value: here };
    }),
  );
}

/** What the base map counts to a country that the line does not pass goes to the neighbour that it does, the longer of two. */
function keepNamedCountries(runs: readonly Piece[], only?: readonly string[]): Piece[] {
  if (!only) return [...runs];
  const known = joined(runs.map((run) => ({ ...run, value: run.value && only.includes(run.value) ? run.value : null })));
  return joined(
    known.map((piece, i) => {
      const [longer] = [known[i - 1], known[i + 1]].filter((other) => other !== undefined).sort((a, b) => b.km - a.km);
      return { ...piece, value: piece.value ?? longer?.value ?? only[0]! };
    }),
  );
}

/** The first and the last section take the country of their node where the drawn border disagrees by a little. */
function adjustEnds(runs: readonly Piece[], from: string, to: string, only: readonly string[] = [from, to]): Piece[] {
  const out = runs.map((run) => ({ ...run }));
  const first = out[0]!;
  if (first.value !== from && first.km < END_KM && only.includes(from)) first.value = from;
  const last = out.at(-1)!;
  if (last.value !== to && last.km < END_KM && only.includes(to)) last.value = to;
  return joined(out);
}

/**
 * Of a line along a border: a first or last section that is not the country of its node, then one between that goes back into a
 * country where the line was before, count to the neighbour if all of it lies near there. The shortest goes first.
 */
function straightenBorder(runs: readonly Piece[], locate: Locate, [from, to]: [string, string]): Piece[] {
  const isNear = ({ places }: Piece, code: string) => places.every((at) => sampleAround(at, BORDER_KM, locate).has(code));
  const ends = runs.map((run) => ({ ...run }));
  const [first, last] = [ends[0]!, ends.at(-1)!];
  if (isNear(last, to)) last.value = to;
  if (first !== last && isNear(first, from)) first.value = from;
  let out = joined(ends);
  for (;;) {
    const wobbles = out.slice(1, -1).flatMap((piece, i) => {
      const [before, after] = [out[i]!, out[i + 2]!];
      const isBack = before.value === after.value && (piece.value === from || piece.value === to);
      return isBack && isNear(piece, before.value!) ? [{ piece, into: before.value }] : [];
    });
    const shortest = wobbles.sort((a, b) => a.piece.km - b.piece.km)[0];
    if (!shortest) return out;
    shortest.piece.value = shortest.into;
    out = joined(out);
  }
}

function withoutSlivers(runs: readonly Piece[]): Piece[] {
  let out = joined(runs);
  for (;;) {
    const inner = out.slice(1, -1).filter(({ km }) => km < SLIVER_KM);
    const shortest = inner.sort((a, b) => a.km - b.km)[0];
    if (!shortest) return out;
    const at = out.indexOf(shortest);
    const [before, after] = [out[at - 1]!, out[at + 1]!];
    shortest.value = before.value === after.value || before.km >= after.km ? before.value : after.value;
    out = joined(out);
  }
}

/** Rounded to metres, with the rounding left over put on the longest, so that the shares add up to the whole. */
function scaled(runs: readonly Piece[], drawnKm: number): Share[] {
  const total = runs.reduce((sum, { km }) => sum + km, 0) || 1;
  const shares = runs.map(({ value, km }) => ({ code: value ?? INTERNATIONAL_WATERS, km: toMetres((km / total) * drawnKm) }));
  const rest = drawnKm - shares.reduce((sum, { km }) => sum + km, 0);
  const longest = shares.reduce((a, b) => (b.km > a.km ? b : a));
  longest.km = toMetres(longest.km + rest);
  return shares.filter(({ km }) => km > 0);
}
