/** A line along a border river counts to the countries that it names, whatever the base map says; and codes have check digits. */
import { describe, expect, it } from 'vitest';
import { getEsrCheckDigit, isEsr } from '../../../../geo/check/codes.ts';
import { cutByCountry } from '../../../../geo/derive/countries.ts';
import { measureLine } from '../../../../src/core/measure/measure.ts';
import type { Position } from '../../../../src/core/dataset/model.ts';

/** AA north of the equator, BB south of it, CC east of 1° E. */
const locate = ([lon, lat]: Position): string => (lon > 1 ? 'CC' : lat > 0 ? 'AA' : 'BB');
const along: Position[] = [
  [0, 0.02],
  [0.3, -0.03],
  [0.6, 0.02],
  [0.9, -0.03],
  [1.5, 0.02],
];
const cut = (only?: string[]) =>
  cutByCountry(along, measureLine(along), locate, { mode: 'rail', from: 'AA', to: 'CC', ...(only && { only }) });

describe('a line along a border river', () => {
  it('passes what the base map has on the other bank where nothing is named', () => {
    expect(cut().countries.map(({ code }) => code)).toContain('BB');
  });

  it('counts to the countries that it names alone, and its shares still add up', () => {
    const { countries, passes } = cut(['AA', 'CC']);
    expect(countries.map(({ code }) => code)).toEqual(['AA', 'CC']);
    expect(passes).toBeUndefined();
    expect(countries.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(measureLine(along), 3);
  });

  it('is of one country where it names one, even if the base map has none of it there', () => {
    expect(cut(['DD']).countries.map(({ code }) => code)).toEqual(['DD']);
  });
});

describe('a line between two countries that runs along their border', () => {
  /** AA west of 0° E, BB east of it; a hundredth of a degree is about 1.1 km. */
  const eastWest = ([lon]: Position): string => (lon < 0 ? 'AA' : 'BB');
  const wander = (east: number, west: number, end: number): Position[] => [
    [-0.2, 0],
    [east, 0.02],
    [east, 0.12],
    [-west, 0.14],
    [-west, 0.24],
    [end, 0.26],
  ];
  const passes = (line: Position[], to: string) => {
    const { countries, passes: all } = cutByCountry(line, measureLine(line), eastWest, { mode: 'rail', from: 'AA', to });
    return (all ?? countries).map(({ code }) => code);
  };

  it('crosses it once, also where it goes back over it for longer than a sliver', () => {
    expect(passes(wander(0.1, 0.03, 0.1), 'BB')).toEqual(['AA', 'BB']);
    expect(passes(wander(0.02, 0.03, 0.1), 'BB')).toEqual(['AA', 'BB']);
  });

  it('ends in the country of its last node, whose station the base map may have on the other side', () => {
    expect(passes(wander(0.1, 0.03, -0.01), 'BB')).toEqual(['AA', 'BB']);
  });

  it('crosses it again where it goes farther into a country than the base map can be wrong', () => {
    expect(passes(wander(0.1, 0.1, 0.1), 'BB')).toEqual(['AA', 'BB', 'AA', 'BB']);
  });
});

describe('the check digit of a station code', () => {
  it.each([
    ['67290', 7],
    ['55720', 0],
    ['65990', 2],
  ])('of %s is %d', (digits, check) => expect(getEsrCheckDigit(digits)).toBe(check));

  it('is weighed a second time where the first sum leaves ten', () => {
    // 1×1 + 0×2 + 3×3 + 0×4 + 0×5 = 10; then 1×3 + 3×5 = 18, which leaves 7.
    expect(getEsrCheckDigit('10300')).toBe(7);
  });

  it('tells a slip of the pen', () => {
    expect(isEsr('672907')).toBe(true);
    expect(isEsr('679207')).toBe(false);
    expect(isEsr('67290')).toBe(false);
  });
});
