/** What a rule finds: a verdict, and the rows that it rests on, as data that a page turns into words. */
import type { Figure, Mode, Text, Verdict } from '../dataset/model.ts';
import type { PathConditions } from './path-conditions.ts';

export type Cell =
  | { type: 'feature'; id: string }
  | { type: 'ends'; from: string; to: string; conditions: PathConditions }
  | { type: 'conditions'; conditions: PathConditions }
  | { type: 'scope'; routes: 'all' | 'main'; meeting: boolean }
  /** A path that was found: estimated length, countries in the order of travel; `moreKm`: kilometres over the shorter one. */
  | { type: 'path'; km: number; low: number; high: number; countries: string[]; moreKm?: number }
  | { type: 'noPath' }
  /** The railway does not lie between the ends. */
  | { type: 'offPath' }
  | { type: 'km'; km: number }
  | { type: 'countries'; codes: string[] }
  /** Countries of the network without a known use. */
  | { type: 'others'; codes: string[] }
  | { type: 'n'; n: number }
  | { type: 'date'; date: string }
  | { type: 'figure'; figure: Figure }
  | { type: 'open'; mode: Mode }
  | { type: 'count'; what: (typeof COUNTS)[number] }
  /** A name as it is written. */
  | { type: 'name'; name: string }
  | { type: 'text'; text: Text }
  | { type: 'none' };

export const COUNTS = ['borderCrossings', 'gaugeBreaks', 'modeChanges'] as const;

/** Headings of the columns; a dictionary key each. */
type Column =
  | 'case'
  | 'by'
  | 'otherwise'
  | 'which'
  | 'countries'
  | 'event'
  | 'country'
  | 'date'
  | 'says'
  | 'what'
  | 'found'
  | 'asked'
  | 'km'
  | 'stations'
  | 'path'
  | 'unbuilt'
  | 'count'
  | 'here'
  | 'there'
  | 'feature'
  | 'name'
  | 'place'
  | 'distance';

export interface Row {
  cells: Cell[];
  /** Whether the claim holds as far as this row goes; null where that cannot be said. */
  holds: boolean | null;
  /** True where the lengths are too close to tell which is shorter. */
  tie?: boolean;
  /** What to set side by side to see it, as an address has it. */
  compare?: string[];
}

export interface Finding {
  verdict: Verdict;
  columns: readonly Column[];
  rows: Row[];
}

export const UNTESTABLE: Finding = { verdict: 'cannot-be-tested', columns: [], rows: [] };

/** Rows that are cases of their own: what holds in some of them holds under conditions. */
export function judgeCases(rows: readonly Row[]): Verdict {
  const [yes, no] = [rows.some(({ holds }) => holds), rows.some(({ holds }) => holds === false)];
  if (yes) return rows.every(({ holds }) => holds) ? 'supported' : 'holds-if';
  return no ? 'contradicted' : 'cannot-be-tested';
}

/** Rows that must all hold: one that does not decides. */
export function judgeAll(rows: readonly Row[]): Verdict {
  if (rows.some(({ holds }) => holds === false)) return 'contradicted';
  return rows.length > 0 && rows.every(({ holds }) => holds) ? 'supported' : 'cannot-be-tested';
}
