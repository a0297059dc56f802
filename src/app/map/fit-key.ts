/** How the key of the map says all that there is room for on one line. */
import type { KeyWords } from '../figures/key-rows.ts';

/** A row with the kind of its sign. */
export type FittedRow = KeyWords & { sign: { kind: string } };

interface Step {
  /** Kinds of rows that are said in short words. */
  short: readonly string[];
  /** Kinds of rows that are left out. */
  without: readonly string[];
}

const WORDY = ['group', 'way', 'spot', 'count'];
const IN_SHORT: Step = { short: WORDY, without: [] };
/** What the key gives up, one after the other, until it fits; the sheet of the layers has all of it. What is drawn in colour stays. */
const STEPS: readonly Step[] = [
  { short: [], without: [] },
  { short: ['group'], without: [] },
  IN_SHORT,
  { short: WORDY, without: ['place'] },
  { short: WORDY, without: ['place', 'pattern'] },
];

/** Sizes in the unit of the room, `rem`: of signs, which `MapKey` sets by them, and of its distances `--space-1` and `--space-3`. */
export const KEY_SIZES = { line: 1.5, symbol: 1.25, inner: 0.25, gap: 0.75, end: 0.75 } as const;
/** Kinds of signs that are pieces of line. */
const LINES: readonly string[] = ['group', 'pattern', 'way'];

/**
 * The rows that the key has, and the kinds of those in short words. Where nothing fits it has all of them in short words, on more lines
 * or to be scrolled.
 *
 * @param measure width of words
 */
export function fitKey<R extends FittedRow>(rows: readonly R[], room: number, measure: (words: string) => number) {
  const { line, symbol, inner, gap, end } = KEY_SIZES;
  const keep = ({ short, without }: Step) => ({ short, rows: rows.filter(({ sign }) => !without.includes(sign.kind)) });
  const fits = (step: { short: readonly string[]; rows: readonly R[] }): boolean => {
    const widths = step.rows.map(({ sign: { kind }, full, short }) => {
      const words = measure(step.short.includes(kind) ? short : full);
      return (LINES.includes(kind) ? line : symbol) + inner + words;
    });
    return widths.reduce((sum, width) => sum + width + gap, 2 * end - gap) <= room;
  };
  return STEPS.map(keep).find(fits) ?? keep(IN_SHORT);
}
