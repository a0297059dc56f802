import { describe, expect, it } from 'vitest';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { type ComparedRow } from '../../../../src/core/compare/comparison.ts';
import { isAmongTimes } from '../../../../src/core/compare/other-figures.ts';
import { computeMoreDays } from '../../../../src/core/compare/without-days.ts';
import { computeRuns, computeTimeDistance } from '../../../../src/core/compare/time-distance.ts';
import { writeTimesCsv } from '../../../../src/core/compare/times-csv.ts';
import type { Time } from '../../../../src/core/dataset/schema/context/times.ts';
import { en } from '../../../../src/i18n/dictionaries/en.ts';
import { translator } from '../../../../src/i18n/translate.ts';
import { formatWithout } from '../../../../src/i18n/without.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();
const route = [...atlas.routes.values()].toSorted((a, b) => b.nodes.length - a.nodes.length)[0]!;
/** As if nothing were estimated: the length to quote is the measured one. */
const row: ComparedRow = { ...compareItems(atlas, [route.id]).rows[0]!, estimate: null };
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
    expect(gaps).toMatchObject(expected);
    expect(gaps[0]!.from).toBe(nodes[1]!.id);
    expect(computeRuns(series[0]!).length).toBe(nodes.length > 3 ? 2 : 1);
    expect(chart().gaps).toEqual([{ fromKm: 0, toKm: row.drawnKm, from: nodes[0]!.id, to: nodes.at(-1)!.id }]);
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

  it('lie at kilometres of the length to quote, in the proportions of the measured line', () => {
    const km = 2 * row.drawnKm;
    const estimate = { km, low: km, high: km, publishedShare: 0, kinds: [], sections: [] };
    const longer = computeTimeDistance({ times: [between(0, 1)], routes: atlas.routes }, { ...row, estimate });
    expect(longer.km).toBe(km);
    expect(longer.series[0]!.coveredKm).toBe(2 * nodes[1]!.km);
    expect(longer.gaps.at(-1)).toMatchObject({ toKm: km, to: nodes.at(-1)!.id });
    expect(longer.stops.map((stop) => stop.km)).toEqual(chart(between(0, 1)).stops.map((stop) => 2 * stop.km));
  });

  it('of a route as a whole are not those of a section of it', () => {
    const { from: _, to: __, ...whole } = between(0, -1, { kind: 'whole', route: route.id });
    const section = compareItems(atlas, [`${route.id}:${nodes[0]!.id}:${nodes.at(-2)!.id}`]).rows[0]!;
    const count = (one: ComparedRow) => computeTimeDistance({ times: [whole], routes: atlas.routes }, one).whole.length;
    expect([row, section].map(count)).toEqual([1, 0]);
  });

  it('are told from other figures: the same one of the same source is not said twice', () => {
    const figure = { kind: 'transit-time' as const, unit: 'h', value: 24, sources: ['x'] };
    expect(isAmongTimes(figure, [between(0, 1)])).toBe(true);
    expect(isAmongTimes({ ...figure, value: 25 }, [between(0, 1)])).toBe(false);
    expect(isAmongTimes({ ...figure, sources: ['y'] }, [between(0, 1)])).toBe(false);
    expect(isAmongTimes({ kind: 'transit-time', unit: 'h', max: 24, sources: ['x'] }, [between(0, 1)])).toBe(false);
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

describe('days more of a way round', () => {
  const buildWay = (...ids: string[]): ComparedRow => ({
    ...row,
    estimate: null,
    drawnKm: (ids.length - 1) * 100,
    crossings: [],
    breaks: [],
    changes: [],
    nodes: ids.map((id, i) => ({ id, km: i * 100 })),
    resolvedPath: { ...row.resolvedPath, on: null, legs: [] },
  });
  const [direct, round] = [buildWay('a', 'b', 'm', 'c', 'd'), buildWay('a', 'b', 'x', 'y', 'c', 'd')];
  const run = (from: string, to: string, over: Partial<Time> = {}) => time({ id: from + to, from, to, ...over });
  const of = (...times: Time[]) => computeMoreDays({ times, routes: atlas.routes }, round, direct);
  const part = { from: 'b', to: 'c' };
  const whole = (via: string, over: Partial<Time> = {}) =>
    run('a', 'd', { id: via, kind: 'whole', unit: 'd', via: [via], low: 3, high: 4, ...over });
  const around = [run('b', 'x'), run('x', 'y'), run('y', 'c')];
  const straight = [run('b', 'm'), run('m', 'c', { low: 12, high: 36 })];

  it('are told for figures of one kind and year, from end to end', () => {
    expect(of(whole('x', { low: 5, high: 5 }), whole('m'))).toEqual({ more: { low: 1, high: 2 }, basis: 'actual', year: '2024' });
  });

  it('are told for the part where the ways differ', () => {
    expect(of(...around, ...straight)).toEqual({ more: { low: 0.5, high: 1.5 }, basis: 'actual', year: '2024' });
  });

  it('are not told where figures are of other kinds or years, or missing: it is said where', () => {
    expect(of(whole('x'), whole('m', { when: '2020' }))).toEqual({ unknown: 'differ', ...part });
    expect(of(whole('x'), whole('m', { basis: 'record' }))).toEqual({ unknown: 'differ', ...part });
    expect(of(...around, whole('m'))).toEqual({ unknown: 'differ', ...part });
    expect(of(...around)).toEqual({ unknown: 'route', ...part });
    expect(of(...straight)).toEqual({ unknown: 'detour', ...part });
    expect(of(...around.slice(1))).toEqual({ unknown: 'both', ...part });
  });

  it('are not made of a figure that fits both ways', () => {
    expect(of(run('b', 'c'))).toEqual({ unknown: 'both', ...part });
    expect(of(run('a', 'b'), run('c', 'd'))).toEqual({ unknown: 'both', ...part });
  });

  it('are none where the ways are the same', () => {
    expect(computeMoreDays({ times: [], routes: atlas.routes }, direct, direct)).toBeNull();
  });
});

it('the line of a closed place says what it costs, where days are not known, and what of the way round is disrupted', () => {
  const tr = translator('en', en);
  const costs = { km: 764, borders: -1, gaugeBreaks: 0, disruptedKm: 0 };
  const name = (id: string) => id.toUpperCase();
  expect(formatWithout(tr, costs, { unknown: 'detour', from: 'a', to: 'b' }, name)).toBe(
    '+764\u00a0km, border crossings −1, the same number of breaks of gauge, transit time not known: no times are published for the diversion A\u00a0– B',
  );
  const more = { more: { low: 1, high: 2 }, basis: 'actual', year: '2024' } as const;
  expect(formatWithout(tr, { ...costs, disruptedKm: 120 }, more, name)).toMatch(
    /, \+1 to 2\sdays \(actual, 2024\); 120\skm of the diversion are disrupted themselves$/,
  );
  expect(formatWithout(tr, { ...costs, bounds: { low: -10, high: 840 } }, more, name)).toMatch(/^\+764\skm \(−10 to \+840\), /);
  // A bare nought would read as none of them.
  expect(formatWithout(tr, { ...costs, km: 0.02, borders: 0, gaugeBreaks: 1 }, null, name)).toBe(
    'the same length, the same number of border crossings, breaks of gauge +1, transit time not known',
  );
  expect(formatWithout(tr, { ...costs, km: null }, null, name)).toBe('no route');
});
