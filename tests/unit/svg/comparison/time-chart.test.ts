import { describe, expect, it } from 'vitest';
import { compareItems } from '../../../../src/core/compare/comparison.ts';
import { computeTimeDistance } from '../../../../src/core/compare/time-distance.ts';
import type { Time } from '../../../../src/core/dataset/schema/context/times.ts';
import { writeTimesChart } from '../../../../src/svg/comparison/chart-document.ts';
import { hasTimes } from '../../../../src/svg/comparison/time-chart.ts';
import { miniAtlas } from '../../../fixtures/mini.ts';

const atlas = await miniAtlas();
const route = [...atlas.routes.values()].toSorted((a, b) => b.nodes.length - a.nodes.length)[0]!;
const { rows } = compareItems(atlas, [route.id]);
const [from, middle, to] = [route.nodes[0]!.id, route.nodes[1]!.id, route.nodes.at(-1)!.id];
const base = { low: 2, high: 3, unit: 'd' as const, when: '2024', sources: ['x'] };
const times: Time[] = [
  { ...base, id: 'a', kind: 'run', from, to: middle, basis: 'actual' },
  { ...base, id: 'b', kind: 'run', from, to: middle, basis: 'planned' },
  { ...base, id: 'c', kind: 'whole', from, to, basis: 'actual' },
];
const draw = (known: Time[], title = 'Chart', width = 600) =>
  writeTimesChart(
    { theme: 'light', lang: 'en', title, description: 'What is known', width, items: rows },
    {
      charts: rows.map((row) => computeTimeDistance({ times: known, routes: atlas.routes }, row)),
      daysLabel: 'Days',
      partsLabel: 'Parts',
      formatKm: (km) => `${km} km`,
      formatNumber: String,
      nameSeries: ({ series }, i) => series[i]?.basis ?? 'door to door',
    },
  ).text;

describe('a time–distance chart', () => {
  it('names each line, and has a title and a description', () => {
    const svg = draw(times);
    for (const label of ['A1', 'A2', 'A3', 'Days', '<title>Chart</title>', '<desc>What is known</desc>'])
      expect(svg).toContain(label);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says beside each line what it is, and by its number alone where there is no room', () => {
    for (const words of ['A1 actual', 'A2 planned', 'A3 door to door']) {
      expect(draw(times)).toContain(`>${words}<`);
      expect(draw(times, 'Chart', 340)).not.toContain(words);
    }
  });

  it('tells kinds of figures apart without colour', () => {
    const strokes = (basis: Time['basis']) => draw([{ ...times[0]!, basis }]).match(/stroke-width="2.6"[^>]*/)![0];
    expect(new Set((['actual', 'agreed', 'planned', 'record', 'estimated'] as const).map(strokes)).size).toBe(5);
  });

  it('draws more where less is known: gaps are marked', () => {
    const gaps = (known: Time[]) => [...draw(known).matchAll(/stroke-dasharray="1 5"/g)].length;
    expect(gaps([{ ...times[0]!, to }])).toBe(0);
    expect(gaps(times)).toBe(1);
  });

  it('takes no markup from the data', () => {
    expect(draw(times, '<b>&')).toContain('&lt;b&gt;&amp;');
  });
});

it('there is nothing to draw where no time is known', () => {
  expect(hasTimes(computeTimeDistance({ times: [], routes: atlas.routes }, rows[0]!))).toBe(false);
});
