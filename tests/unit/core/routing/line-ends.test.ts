import { describe, expect, it } from 'vitest';
import { findLineEnds } from '../../../../src/core/routing/line-ends.ts';
import { listReturns } from '../../../../src/core/routing/returns.ts';
import { network } from './small-network.ts';

describe('where there is no way', () => {
  /** From a the lines fork to c and d; e and f lie beyond a gap. */
  const on = network({ a: 'AA', b: 'AA', c: 'AA', d: 'BB', e: 'BB', f: 'BB' }, [
    { id: 'a-b', from: 'a', to: 'b', km: 5 },
    { id: 'b-c', from: 'b', to: 'c', km: 5 },
    { id: 'b-d', from: 'b', to: 'd', km: 5, mode: 'sea' },
    { id: 'e-f', from: 'e', to: 'f', km: 5 },
  ]);

  it('the ends of the lines from the start are named, the nearest to the destination first', () => {
    expect(findLineEnds(on, { from: 'a', to: 'f' })).toEqual(['d', 'c']);
  });

  it('the conditions hold for them too, and a start without a line has none', () => {
    expect(findLineEnds(on, { from: 'a', to: 'f', avoidModes: ['sea'] })).toEqual(['c']);
    expect(findLineEnds(on, { from: 'a', to: 'f', closed: ['a-b'] })).toEqual([]);
  });
});

describe('a path that comes back', () => {
  const cross = (...codes: string[]) => ({
    crossings: codes.slice(1).map((to, i) => ({ km: i, from: codes[i]!, to, bySea: false })),
  });
  const isCountry = (code: string) => code !== 'XZ';

  it('names each country that it enters again, once', () => {
    expect(listReturns(cross('KZ', 'RU', 'KZ', 'RU', 'BY'), isCountry)).toEqual(['KZ', 'RU']);
  });

  it('does not return where it only sailed through waters of no country', () => {
    expect(listReturns(cross('KZ', 'XZ', 'KZ', 'AZ'), isCountry)).toEqual([]);
    expect(listReturns(cross(), isCountry)).toEqual([]);
  });
});
