import { describe, expect, it } from 'vitest';
import { quantile, tableOf } from '../bench/bench.ts';
import type { SubjectName, Visit } from '../bench/browser.ts';
import { judged } from '../bench/side-by-side.bench.ts';
import { sumThreadTime, type TraceEvent } from '../bench/thread-time.ts';

const visit = (change: Partial<Visit> = {}): Visit => ({
  first: 1000,
  firstBytes: 400,
  live: 2000,
  bytes: 1000,
  cpu: { main: 100, workers: 100 },
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
  mercator: [visit()],
  leaflet: [visit()],
  openlayers: [visit()],
  ...change,
});
const met = (visits: Record<SubjectName, Visit[]>, what: string, of: SubjectName) =>
  judged(visits).find((goal) => goal.what === what && goal.of === of)!.met;

describe('the bench', () => {
  it('judges by the medians of the rounds, each goal from its side', () => {
    const quick = [visit({ first: 200 }), visit({ first: 9000 }), visit({ first: 240 })];
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

  it('adds up the tasks of a page and its workers that began before the mark, each once', () => {
    const from = { name: 'RunTask', ts: 0, pid: 1 };
    const task = (tid: number, ts: number, dur: number, tdur: number, pid = 1): TraceEvent => ({
      ...from,
      ph: 'X',
      pid,
      tid,
      ts,
      dur,
      tdur,
    });
    const named = (tid: number, name: string, pid = 1): TraceEvent => ({
      ...from,
      ph: 'M',
      name: 'thread_name',
      pid,
      tid,
      args: { name },
    });
    const events = [
      ...[named(1, 'CrRendererMain'), named(2, 'DedicatedWorker thread'), named(3, 'Compositor'), named(1, 'CrRendererMain', 2)],
      ...[task(1, 1000, 5000, 4000), task(1, 2000, 1000, 900), task(1, 7000, 3000, 2000)],
      ...[task(2, 1000, 9000, 8000), task(3, 1000, 9000, 8000), task(1, 1000, 9000, 8000, 2)],
      { ph: 'I', name: 'live', pid: 1, tid: 1, ts: 9000 },
      task(1, 11_000, 5000, 5000),
    ];
    expect(sumThreadTime(events, 'live')).toEqual({ main: 6, workers: 8 });
    expect(() => sumThreadTime(events, 'other')).toThrow('other');
  });
});
