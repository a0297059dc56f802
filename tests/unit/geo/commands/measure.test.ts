import { describe, expect, it } from 'vitest';
import { explain, measurePath, parseRequest } from '../../../../geo/commands/measure.ts';
import { AtlasError } from '../../../../src/core/dataset/errors.ts';
import { network } from '../../core/routing/small-network.ts';

const on = network({ a: 'AA', x: 'XX', b: 'BB' }, [
  { id: 'a-x', from: 'a', to: 'x', km: 40, countries: ['AA', 'XX'] },
  { id: 'x-b', from: 'x', to: 'b', km: 40, countries: ['XX', 'BB'] },
  { id: 'a-b-sea', from: 'a', to: 'b', km: 70, mode: 'sea', opened: '2000' },
]);
const ask = (...args: string[]) => measurePath(on, parseRequest(args).way);
const complaint = (...args: string[]): string => {
  const request = parseRequest(args);
  try {
    measurePath(on, request.way);
  } catch (error) {
    if (error instanceof AtlasError) return explain(error, on, request);
    throw error;
  }
  return '';
};

describe('the command that measures', () => {
  it('answers in the promised shape, whatever options it gains', () => {
    const keys = [
      'from',
      'to',
      'drawnKm',
      'estimatedKm',
      'estimatedLow',
      'estimatedHigh',
      'publishedKm',
      'links',
      'nodes',
      'countries',
      'modes',
      'gaugeBreaks',
      'borderCrossings',
    ];
    expect(Object.keys(ask('a', 'b'))).toEqual(keys);
    expect(Object.keys(ask('a', 'a'))).toEqual(keys);
    expect(ask('a', 'b')).toMatchObject({ drawnKm: 70, publishedKm: null, nodes: ['a', 'b'], borderCrossings: 1 });
  });

  it('takes criteria, several ways, years and closed links', () => {
    expect(ask('a', 'b', '--ways', '2').ways?.map(({ drawnKm }) => drawnKm)).toEqual([70, 80]);
    expect(ask('a', 'b', '--by', 'borders')).toMatchObject({ borderCrossings: 1 });
    expect(ask('a', 'b', '--year', '1999')).toMatchObject({ drawnKm: 80, nodes: ['a', 'x', 'b'] });
    expect(ask('a', 'b', '--close', 'a-b-sea')).toMatchObject({ drawnKm: 80, openKm: 70 });
  });

  it('says which single option keeps the way closed', () => {
    expect(complaint('a', 'b', '--avoid', 'country:XX', '--close', 'a-b-sea')).toMatch(
      /without --close a-b-sea \(then 70 km\), or without --avoid country:XX \(then 80 km\)/,
    );
    expect(complaint('a', 'b', '--close', 'nothing')).toContain('no link "nothing"');
    expect(complaint('a', 'c')).toContain('no place "c"');
  });

  it('refuses what makes no sense', () => {
    expect(() => parseRequest(['a', 'b', '--by', 'beauty'])).toThrow(AtlasError);
    expect(() => parseRequest(['a', 'b', '--ways', '9'])).toThrow(AtlasError);
    expect(() => parseRequest(['a', 'b', '--year', 'soon'])).toThrow(AtlasError);
  });
});
