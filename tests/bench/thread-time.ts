/** What a page costs the processor until a mark: CPU time of its threads, from the browser's own trace, which graphics in software hardly touch. */
import type { Browser, Page } from 'playwright-core';

/** Milliseconds of CPU. */
export interface ThreadTime {
  main: number;
  workers: number;
}

/** An event of Chromium's trace; times in microseconds, `tdur` in those of the thread. */
export interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Tasks of threads, marks of pages, and names of threads, which each trace has. */
const CATEGORIES = ['-*', 'toplevel', 'blink.user_timing'];

/**
 * CPU time until a mark of the renderer process that set it, by the tasks that began before. A task inside another one, as in a loop
 * of messages, is part of that. Throws where the mark is not there.
 */
export function sumThreadTime(events: readonly TraceEvent[], mark: string): ThreadTime {
  const seen = events.find(({ name, ph }) => name === mark && ph !== 'M');
  if (!seen) throw new Error(`The trace has no mark ${mark}.`);
  const threads = new Map(
    events.flatMap(({ ph, name, pid, tid, args }): [number, string][] =>
      ph === 'M' && name === 'thread_name' && pid === seen.pid ? [[tid, args?.name ?? '']] : [],
    ),
  );
  const tasks = events
    .filter(({ ph, pid, ts, tdur }) => ph === 'X' && pid === seen.pid && ts <= seen.ts && tdur !== undefined)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const time: ThreadTime = { main: 0, workers: 0 };
  const ends = new Map<number, number>();
  for (const { tid, ts, dur = 0, tdur = 0 } of tasks) {
    if (ts < (ends.get(tid) ?? 0)) continue;
    ends.set(tid, ts + dur);
    const name = threads.get(tid) ?? '';
    if (name === 'CrRendererMain') time.main += tdur / 1000;
    else if (name.startsWith('DedicatedWorker')) time.workers += tdur / 1000;
  }
  return time;
}

/** Begins a trace of the browser; what it gives ends it and adds up. */
export async function traceThreads(browser: Browser, page: Page): Promise<(mark: string) => Promise<ThreadTime>> {
  await browser.startTracing(page, { categories: CATEGORIES });
  return async (mark) => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
    return sumThreadTime(traceEvents, mark);
  };
}
