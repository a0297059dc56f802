import { describe, expect, it } from 'vitest';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { type ComparedRow } from '../../../../src/core/compare/comparison.ts';
import { computeMoreDays } from '../../../../src/core/compare/without-days.ts';
import { computeRuns, computeTimeDistance } from '../../../../src/core/compare/time-distance.ts';
import { writeTimesCsv } from '../../../../src/core/compare/times-csv.ts';
import type { Time } from '../../../../src/core/dataset/schema/context/times.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();
const route = [...atlas.routes.values()].toSorted((a, b) => b.nodes.length - a.nodes.length)[0]!;
const row: ComparedRow = compareItems(atlas, [route.id]).rows[0]!;
const nodes = row.nodes;
const time = (over: Partial<Time>): Time => ({
  id: 't',
  kind: 'run',
  low: 24,
  high: 24,
  unit: 'h',
  basis: 'actual',
  when: '2024-05',
  sources: ['x'],
  ...over,
});
const between = (i: number, j: number, over: Partial<Time> = {}) =>
  time({ id: `t${i}-${j}`, from: nodes.at(i)!.id, to: nodes.at(j)!.id, ...over });
const chart = (...times: Time[]) => computeTimeDistance({ times, routes: atlas.routes }, row);

describe('times of a path', () => {
  it('add up within one kind and one year, in days', () => {
    const { series } = chart(between(0, 1), between(1, 2, { low: 2, high: 3, unit: 'd', when: '2024' }));
    expect(series).toHaveLength(1);
    expect(series[0]!.known).toEqual({ low: 3, high: 4 });
    expect(series[0]!.coveredKm).toBe(nodes[2]!.km);
  });

  it('are never added up across kinds or years', () => {
    const { series } = chart(between(0, 1), between(1, 2, { when: '2023' }), between(1, 2, { id: 'b', basis: 'record' }));
    expect(series.map(({ basis, year, known }) => [basis, year, known.high])).toEqual([
      ['actual', '2024', 1],
      ['record', '2024', 1],
      ['actual', '2023', 1],
    ]);
  });

  it('leave a gap where nobody has published one', () => {
    const { gaps, series } = chart(between(0, 1), between(2, -1));
    const expected =
      nodes.length > 3 ? [{ fromKm: nodes[1]!.km, toKm: nodes[2]!.km }] : [{ fromKm: nodes[1]!.km, toKm: row.drawnKm }];
    expect(gaps).toEqual(expected);
    expect(computeRuns(series[0]!).length).toBe(nodes.length > 3 ? 2 : 1);
    expect(chart().gaps).toEqual([{ fromKm: 0, toKm: row.drawnKm }]);
  });

  it('rise as a step where cargo waits, and mark the wait as timed', () => {
    const stop = row.changes[0]!;
    const { series, stops } = chart(time({ kind: 'port', node: stop.node }));
    expect(computeRuns(series[0]!)).toEqual([
      [
        { km: stop.km, low: 0, high: 0 },
        { km: stop.km, low: 1, high: 1 },
      ],
    ]);
    expect(stops.find(({ km, kind }) => km === stop.km && kind === 'port')!.timed).toBe(true);
    expect(chart().stops.every(({ timed }) => !timed)).toBe(true);
  });

  it('say "at most" by having no lower limit', () => {
    const { low: _, ...limit } = between(0, 1);
    expect(chart(limit).series[0]!.known).toEqual({ low: null, high: 1 });
  });

  it('count once where two of one series overlap', () => {
    expect(chart(between(0, 2), between(0, 1)).series[0]!.times.map(({ time: { id } }) => id)).toEqual(['t0-2']);
  });

  it('from door to door stand for themselves', () => {
    const { whole, series } = chart(between(0, -1, { kind: 'whole', unit: 'd', low: 5, high: 6 }));
    expect(series).toEqual([]);
    expect(whole[0]).toMatchObject({ fromKm: 0, toKm: row.drawnKm, low: 5, high: 6, reversed: false });
  });

  it('tell the other direction, and a way that is not theirs', () => {
    expect(chart(between(2, 0)).series[0]!.times[0]!.reversed).toBe(true);
    expect(chart(between(0, 2, { via: ['elsewhere'] })).series).toEqual([]);
    expect(chart(between(0, 2, { route: 'elsewhere' })).series).toEqual([]);
  });

  it('are written as a table as their sources give them', () => {
    const csv = writeTimesCsv([chart(between(0, 1))], () => 'Name')
      .trimEnd()
      .split('\r\n');
    expect(csv).toHaveLength(2);
    expect(csv[1]).toContain('24,24,h,actual,2024-05,no,x');
  });
});

it('days more are told for figures of one kind and year only', () => {
  const whole = between(0, -1, { kind: 'whole', unit: 'd', low: 5, high: 5 });
  const part = compareItems(atlas, [`${route.id}:${nodes[0]!.id}:${nodes.at(-2)!.id}`]).rows[0]!;
  const shorter = time({ id: 's', kind: 'whole', from: nodes[0]!.id, to: nodes.at(-2)!.id, unit: 'd', low: 3, high: 4 });
  const of = (...times: Time[]) => computeMoreDays({ times, routes: atlas.routes }, row, part);
  expect(of(whole, shorter)).toEqual({ more: { low: 1, high: 2 }, basis: 'actual', year: '2024' });
  expect(of(whole, { ...shorter, when: '2020' })).toBeNull();
  expect(of(whole)).toBeNull();
});
