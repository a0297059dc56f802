/**
 * What the path finder is asked, as values of an address: `from`, `to`, `via`, `avoid` (countries, modes, `disrupted`), `closed` (links
 * and nodes) and `way`, the number of the path that is chosen; less often `by`, `open=no` and `as-of`. A bad value is dropped alone.
 */
import { MODES } from '../dataset/enums.ts';
import type { Mode } from '../dataset/model.ts';
import { parseYear, readId, readIds, readOneOf, readSomeOf } from '../dataset/read-values.ts';
import { CRITERIA, type Criterion, MOST_PATHS } from './compare-items.ts';

export interface FinderView {
  /** Node ids. */
  from: string | null;
  to: string | null;
  /** Node ids in the order of travel. */
  via: readonly string[];
  by: Criterion;
  /** ISO 3166-1 alpha-2. */
  avoidCountries: readonly string[];
  avoidModes: readonly Mode[];
  avoidDisrupted: boolean;
  openOnly: boolean;
  /** Only what was open by the end of this year. */
  year: number | null;
  /** Links and nodes that are closed for the trial. */
  closed: readonly string[];
  /** Which of the paths, or of the routes that a closure breaks, is chosen; from 1. */
  way: number;
}

export const NO_SEARCH: FinderView = {
  from: null,
  to: null,
  via: [],
  by: 'length',
  avoidCountries: [],
  avoidModes: [],
  avoidDisrupted: false,
  openOnly: true,
  year: null,
  closed: [],
  way: 1,
};

/** As many places on the way, and closed ones, as an address may have. */
export const MOST_VIA = 5;
const MOST_CLOSED = 12;
const DISRUPTED = 'disrupted';

/** @param read gives a value of the address by its name */
export function readFinder(read: (name: string) => string | null): FinderView {
  const avoid = read('avoid');
  const words = avoid?.split(',') ?? [];
  const way = read('way');
  return {
    from: readId(read('from')),
    to: readId(read('to')),
    via: readIds(read('via')).slice(0, MOST_VIA),
    by: readOneOf(CRITERIA, read('by')) ?? NO_SEARCH.by,
    avoidCountries: [...new Set(words.filter((word) => /^[A-Z]{2}$/.test(word)))],
    avoidModes: readSomeOf(MODES, avoid),
    avoidDisrupted: words.includes(DISRUPTED),
    openOnly: read('open') !== 'no',
    year: parseYear(read('as-of')),
    closed: readIds(read('closed')).slice(0, MOST_CLOSED),
    way: way !== null && /^\d$/.test(way) && Number(way) >= 1 && Number(way) <= MOST_PATHS ? Number(way) : NO_SEARCH.way,
  };
}

/** The rows of an address; what is as by default has no value. */
export function listFinderRows(view: FinderView): [name: string, value: string | number | null][] {
  const { from, to, via, by, avoidCountries, avoidModes, avoidDisrupted, openOnly, year, closed, way } = view;
  const avoid = [...avoidCountries, ...avoidModes, ...(avoidDisrupted ? [DISRUPTED] : [])];
  return [
    ['from', from],
    ['to', to],
    ['via', via.join(',') || null],
    ['by', by === NO_SEARCH.by ? null : by],
    ['avoid', avoid.join(',') || null],
    ['open', openOnly ? null : 'no'],
    ['as-of', year],
    ['closed', closed.join(',') || null],
    ['way', way === NO_SEARCH.way ? null : way],
  ];
}
