/** Answers calls to a desk, one message each: rows in portions, so that the page that takes them is never kept waiting. */
import { AtlasError } from '../../dataset/errors.ts';
import type { LoadOptions } from '../../dataset/load/load.ts';
import { loadShipmentNetwork } from '../load-network.ts';
import type { ReadingStep } from '../read-shipments.ts';
import { type FileSummary, ShipmentDesk, type SourceFile } from './desk.ts';
import type { ShipmentRow } from './row.ts';

export type DeskCall =
  | { type: 'add'; source: SourceFile }
  | { type: 'pick'; picked: [text: string, node: string][] }
  | { type: 'remove'; n: number }
  | { type: 'openPlaces' }
  | { type: 'readPlaces'; bytes: Uint8Array }
  | { type: 'describe'; key: string }
  | { type: 'replay' }
  | { type: 'csv' | 'geojson'; keys: string[] }
  /** Stops the call of that number. */
  | { type: 'cancel'; stops: number };
export type Call = DeskCall & { call: number; base: string };

export type Answer = { call: number } & (
  | { progress: ReadingStep }
  /** Rows of a file, in the order of the file; a summary follows the last ones. */
  | { rows: ShipmentRow[]; n: number }
  | { summary: FileSummary }
  | { result: unknown }
  /** The dataset could not be had. */
  | { failed: { code: string; params: AtlasError['params'] } }
  | { bug: string }
);

export interface DeskServerOptions {
  fetch: LoadOptions['fetch'];
  post(answer: Answer): void;
  /** Lets other messages in. */
  pause(): Promise<void>;
  now(): number;
}

const PORTION = 1000;
/** Milliseconds of work between two pauses, and between two messages of progress. */
const SLICE = 40;

async function loadDesk(base: string, options: LoadOptions): Promise<ShipmentDesk> {
  const { network, times } = await loadShipmentNetwork(base, options);
  return new ShipmentDesk(network, times);
}

export function createDeskServer({ fetch, post, pause, now }: DeskServerOptions): (call: Call) => Promise<void> {
  let desk: Promise<ShipmentDesk> | null = null;
  const cancelled = new Set<number>();
  // One call after the other: each sees what the one before has done.
  let queue: Promise<void> = Promise.resolve();

  const runInSlices: RunInSlices = async (call, steps) => {
    let since = now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return cancelled.has(call) ? null : value;
      if (now() - since < SLICE) continue;
      post({ call, progress: value });
      await pause();
      if (cancelled.has(call)) return null;
      since = now();
    }
  };

  async function attempt(call: Call): Promise<void> {
    try {
      desk ??= loadDesk(call.base, { fetch });
      const open = await desk;
      if (!cancelled.has(call.call)) await answerCall(open, call, { post, runInSlices });
    } catch (error) {
      if (error instanceof AtlasError) {
        // The next call fetches it again.
        desk = null;
        post({ call: call.call, failed: { code: error.code, params: error.params } });
      } else post({ call: call.call, bug: String(error) });
    }
  }

  return (call) => {
    if (call.type === 'cancel') {
      cancelled.add(call.stops);
      return Promise.resolve();
    }
    queue = queue.then(() => attempt(call));
    return queue;
  };
}

/** Null where the call was cancelled. */
type RunInSlices = <T>(call: number, steps: Generator<ReadingStep, T, void>) => Promise<T | null>;

interface Tools extends Pick<DeskServerOptions, 'post'> {
  runInSlices: RunInSlices;
}

async function answerCall(desk: ShipmentDesk, call: Call, tools: Tools): Promise<void> {
  const answer = (result: unknown): void => tools.post({ call: call.call, result });
  switch (call.type) {
    case 'add':
    case 'pick':
      await readFiles(desk, call, tools);
      return answer(null);
    case 'remove':
      desk.remove(call.n);
      return answer(null);
    case 'openPlaces':
      return answer(desk.listOpenPlaces());
    case 'readPlaces':
      return answer(desk.readPlaces(call.bytes));
    case 'describe':
      return answer(desk.describe(call.key));
    case 'replay':
      return answer(desk.buildReplay());
    case 'csv':
      return answer(desk.writeCsv(call.keys));
    case 'geojson':
      return answer(desk.writeGeojson(call.keys));
    case 'cancel':
  }
}

async function readFiles(
  desk: ShipmentDesk,
  call: Extract<Call, { type: 'add' | 'pick' }>,
  { post, runInSlices }: Tools,
): Promise<void> {
  post({ call: call.call, progress: { done: 0, all: 0 } });
  const read =
    call.type === 'add'
      ? await runInSlices(call.call, desk.add(call.source))
      : await runInSlices(call.call, desk.pick(new Map(call.picked)));
  if (read === null && call.type === 'add') desk.remove(call.source.n);
  for (const { summary, rows } of read === null ? [] : [read].flat()) {
    for (let at = 0; at < rows.length; at += PORTION) {
      post({ call: call.call, n: summary.n, rows: rows.slice(at, at + PORTION) });
    }
    post({ call: call.call, summary });
  }
}
