import { describe, expect, it } from 'vitest';
import { classifySignings, HATCHES, TINTS } from '../../../../src/core/style/signings.ts';

const row = (country: string, date: string, ended?: string) => ({
  id: country,
  country,
  document: 'd',
  date,
  sources: ['s'],
  ...(ended && { ended }),
});
const signings = [
  row('AA', '2001-05'),
  row('AA', '2009'),
  row('BB', '2003'),
  row('CC', '2005', '2008-12'),
  row('DD', '2007'),
  row('EE', '2011'),
];

describe('countries by the year of signing', () => {
  it('fall into classes by their first document, and out of them when they leave', () => {
    const today = classifySignings({ signings }, null);
    expect(today.map(({ first, last, countries }) => [first, last, countries.join(' ')])).toEqual([
      [2001, 2003, 'AA BB'],
      [2005, 2007, 'DD'],
      [2009, 2011, 'EE'],
    ]);
    expect(classifySignings({ signings }, 2006).flatMap(({ countries }) => countries)).toEqual(['AA', 'BB', 'CC']);
    expect(classifySignings({ signings }, 2008).flatMap(({ countries }) => countries)).toEqual(['AA', 'BB', 'DD']);
  });

  it('keep the look of their class while years go by', () => {
    const spans = (year: number | null) => classifySignings({ signings }, year).map(({ first, last }) => [first, last]);
    expect(spans(2002)).toEqual(spans(null));
  });

  it('are told apart by strokes, each class by others', () => {
    expect(new Set(HATCHES).size).toBe(TINTS.length);
  });
});
