import { describe, expect, it } from 'vitest';
import { quantile, tableOf } from '../bench/bench.ts';
import type { SubjectName, Visit } from '../bench/browser.ts';
import { judged } from '../bench/side-by-side.bench.ts';

const visit = (change: Partial<Visit> = {}): Visit => ({
  first: 1000,
  firstBytes: 400,
  live: 2000,
  bytes: 1000,
  blocked: 500,
  framesPerSecond: 20,
  heapMB: 10,
  ...change,
});
const all = (change: Partial<Record<SubjectName, Visit[]>> = {}): Record<SubjectName, Visit[]> => ({
  app: [visit()],
  embed: [visit()],
  still: [visit()],
  maplibre: [visit()],
  leaflet: [visit()],
  openlayers: [visit()],
  ...change,
});
const met = (visits: Record<SubjectName, Visit[]>, what: string, of: SubjectName) =>
  judged(visits).find((goal) => goal.what === what && goal.of === of)!.met;

describe('the bench', () => {
  it('judges by the medians of the rounds, each goal from its side', () => {
    const quick = [visit({ first: 400 }), visit({ first: 9000 }), visit({ first: 450 })];
    expect(met(all({ still: quick }), 'first picture', 'still')).toBe(true);
    expect(met(all(), 'first picture', 'still')).toBe(false);
    expect(met(all({ app: [visit({ framesPerSecond: 17 })] }), 'frames while panning', 'app')).toBe(false);
    expect(met(all({ app: [visit({ framesPerSecond: 30 })] }), 'frames while panning', 'app')).toBe(true);
    expect(met(all({ still: [visit({ firstBytes: 100 })] }), 'bytes to it', 'still')).toBe(true);
    expect(met(all({ still: [visit({ firstBytes: 101 })] }), 'bytes to it', 'still')).toBe(false);
  });

  it('writes a table with a column for each name that a row has', () => {
    expect(tableOf([{ a: 1, b: 'x' }, { a: 22 }])).toBe('| a  | b |\n| -- | - |\n| 1  | x |\n| 22 |   |');
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
  });
});
