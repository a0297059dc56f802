/** How much of a network was open at the end of each year, by the dates of opening of its links. */
import { wasOpen } from '../dataset/filter.ts';
import type { LinkProperties } from '../dataset/model.ts';

type Link = Pick<LinkProperties, 'mode' | 'status' | 'opened' | 'closed' | 'drawnKm' | 'estimatedKm'>;

/** Kilometres as estimated. */
export interface OpenLength {
  km: number;
  /** Of these, links whose opening has no known year: they count as if they had always been there. */
  undatedKm: number;
}

export interface OpenByYear {
  first: number;
  last: number;
  /** One for each year from `first` to `last`. */
  years: readonly OpenLength[];
}

/** Railways that were open at the end of a year; without one those that are open today. Sea legs and roads are not counted. */
export function computeOpenLength(links: readonly Link[], year: number | null): OpenLength {
  let [km, undatedKm] = [0, 0];
  for (const link of links) {
    const isOpen = year === null ? link.status === 'open' : wasOpen(link, year);
    if (link.mode !== 'rail' || !isOpen) continue;
    const length = link.estimatedKm ?? link.drawnKm;
    km += length;
    if (link.opened === undefined) undatedKm += length;
  }
  return { km, undatedKm };
}

/** The same for each year of a span. */
export function computeOpenByYear(links: readonly Link[], { first, last }: { first: number; last: number }): OpenByYear {
  const years = Array.from({ length: last - first + 1 }, (_, i) => computeOpenLength(links, first + i));
  return { first, last, years };
}

const getYear = (date: string): number => Number(date.slice(0, 4));

/** From the first known opening to the year that statuses speak of; null where one of them is not known. */
export function findYearSpan(
  links: readonly Pick<LinkProperties, 'opened'>[],
  asOf: string | undefined,
): { first: number; last: number } | null {
  const last = asOf === undefined ? NaN : getYear(asOf);
  const first = links.reduce((least, { opened }) => (opened ? Math.min(least, getYear(opened)) : least), Infinity);
  return Number.isFinite(first) && first < last ? { first, last } : null;
}

/** Years of a span in which links open or close or events take place, the earliest first; the last year of the span is one of them. */
export function listYearsOfChange(
  links: readonly Pick<LinkProperties, 'opened' | 'closed'>[],
  events: readonly { date: string }[],
  { first, last }: { first: number; last: number },
): number[] {
  const dates = [...links.flatMap(({ opened, closed }) => [opened, closed]), ...events.map(({ date }) => date)];
  const years = dates.flatMap((date) => (date === undefined ? [] : [getYear(date)]));
  return [...new Set([...years, last])].filter((year) => year >= first && year <= last).sort((a, b) => a - b);
}
