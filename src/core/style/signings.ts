/** Countries by the years in which they signed: classes that differ by hatching, not only by tint. */
import type { Signings } from '../dataset/schema/context/signings.ts';

/** Strokes of each class in a square tile of `TILE`, the densest for the earliest. */
export const HATCHES = [
  'M-2 10L10 -2M-2 18L18 -2M6 18L18 6',
  'M-2 6L10 18M-2 -2L18 18M6 -2L18 10',
  'M0 4H16M0 12H16',
  'M4 0V16',
] as const;
export const TILE = 16;
/** Opacity of the tint of each class. */
export const TINTS = [0.34, 0.26, 0.18, 0.12] as const;

export interface SigningClass {
  first: number;
  last: number;
  /** Codes of the countries, sorted. */
  countries: string[];
}

const getYear = (date: string): number => Number(date.slice(0, 4));

/**
 * The countries whose signing holds at the end of a year, or today, in classes of years of about as many years each. A country
 * counts by its first document.
 */
export function classifySignings({ signings }: Pick<Signings, 'signings'>, year: number | null): SigningClass[] {
  const first = new Map<string, number>();
  for (const { country, date, ended } of signings) {
    const isOver = ended !== undefined && (year === null || getYear(ended) <= year);
    if (isOver || (year !== null && getYear(date) > year)) continue;
    first.set(country, Math.min(first.get(country) ?? Infinity, getYear(date)));
  }
  // By the years of all signings, so that a class keeps its look while years go by.
  const years = [...new Set(signings.map(({ date }) => getYear(date)))].sort((a, b) => a - b);
  const size = Math.ceil(years.length / HATCHES.length);
  return HATCHES.flatMap((_, i) => {
    const span = years.slice(i * size, (i + 1) * size);
    const [from, to] = [span[0], span.at(-1)];
    if (from === undefined || to === undefined) return [];
    const countries = [...first].flatMap(([code, signed]) => (signed >= from && signed <= to ? [code] : [])).sort();
    return [{ first: from, last: to, countries }];
  });
}
