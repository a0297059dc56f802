import { INTERNATIONAL_WATERS, type Share, sumBy, toMetres } from '../../src/core/measure/measure.ts';
import type { Mode, Position } from '../../src/core/dataset/model.ts';
import { type Run, findRuns } from '../../src/core/geo/sample-along.ts';

/** A line that runs along a border wobbles over it: shorter sections between two of the same country belong to that one. */
const SLIVER_KM = 2.5;
/** A border station may stand on the wrong side of a border drawn at 1:10 million; its own country counts this far. */
const END_KM = 4;
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
}

type Piece = Pick<Run<string | null>, 'value' | 'km'>;

/**
 * Cuts a line at the borders.
 *
 * @param locate gives the country of a point, null at sea
 * @param drawnKm length of the line; the shares add up to it
 */
export function cutByCountry(
  line: readonly Position[],
  drawnKm: number,
  locate: (at: Position) => string | null,
  { mode, from, to, canal = false }: CutOptions,
): CountryCut {
  const runs: Piece[] = findRuns(line, locate, mode === 'sea' ? SEA_STEP_KM : STEP_KM);
  const merged =
    mode === 'sea'
      ? joined(runs.map((run) => (canal && run.value && run.km >= QUAY_KM ? run : { ...run, value: INTERNATIONAL_WATERS })))
      : withoutSlivers(importedEnds(onLand(runs, from), from, to));
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
  for (const { value, km } of runs) {
    const last = out.at(-1);
    if (last?.value === value) last.km += km;
    else out.push({ value, km });
  }
  return out;
}

/** A bridge or a tunnel under a strait belongs to the country before it, at the start to that of the node. */
function onLand(runs: readonly Piece[], from: string): Piece[] {
  let here = from;
  return joined(runs.map(({ value, km }) => ({ value: (here = value ?? here), km })));
}

/** The first and the last section take the country of their node where the drawn border disagrees by a little. */
function importedEnds(runs: readonly Piece[], from: string, to: string): Piece[] {
  const out = runs.map((run) => ({ ...run }));
  const first = out[0]!;
  if (first.value !== from && first.km < END_KM) first.value = from;
  const last = out.at(-1)!;
  if (last.value !== to && last.km < END_KM) last.value = to;
  return joined(out);
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
