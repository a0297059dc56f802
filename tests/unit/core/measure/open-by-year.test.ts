import { describe, expect, it } from 'vitest';
import {
  computeOpenByYear,
  computeOpenLength,
  findYearSpan,
  listYearsOfChange,
} from '../../../../src/core/measure/open-by-year.ts';

const rail = { mode: 'rail', status: 'open', drawnKm: 1 } as const;
const links: Parameters<typeof computeOpenLength>[0] = [
  { ...rail, estimatedKm: 100 },
  { ...rail, estimatedKm: 10, opened: '1900' },
  { ...rail, drawnKm: 7, opened: '1902-05-01' },
  { ...rail, status: 'closed', estimatedKm: 1000, opened: '1890', closed: '1901' },
  { ...rail, status: 'planned', estimatedKm: 5000 },
  { ...rail, mode: 'sea', estimatedKm: 9000 },
];

describe('open kilometres by year', () => {
  it('add up what was open at the end of each year, with what has no date in all of them', () => {
    const { years } = computeOpenByYear(links, { first: 1899, last: 1902 });
    expect(years.map(({ km }) => km)).toEqual([1100, 1110, 110, 117]);
    expect(years.map(({ undatedKm }) => undatedKm)).toEqual([100, 100, 100, 100]);
  });

  it('are those of open railways today, neither of planned nor closed ones, nor of ships', () => {
    expect(computeOpenLength(links, null)).toEqual({ km: 117, undatedKm: 100 });
  });

  it('span from the first known opening to the day that statuses speak of', () => {
    expect(findYearSpan(links, '1910-03-01')).toEqual({ first: 1890, last: 1910 });
    expect(findYearSpan([{}], '1910')).toBeNull();
    expect(findYearSpan(links, undefined)).toBeNull();
  });

  it('change in years of openings, closings and events, and in no others', () => {
    const events = [{ date: '1905-02' }, { date: '1850' }];
    expect(listYearsOfChange(links, events, { first: 1890, last: 1910 })).toEqual([1890, 1900, 1901, 1902, 1905, 1910]);
  });
});
