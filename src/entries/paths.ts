/** Where paths are searched: in a worker, and on the page itself where there can be none. */
import type { OpenPathPort } from '../app/finder/path-queue.ts';
import { createPathServer, type PathAnswer, type PathCall } from '../core/compare/path-server.ts';
import { startWorker } from './workers/start-worker.ts';

/** Milliseconds after which a page shows nothing, as it lies in the background. */
const UNSEEN = 200;

/** Does something once the page has shown what it says now. */
function afterFrame(then: () => void): void {
  let isDone = false;
  const run = (): void => {
    if (!isDone) then();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, UNSEEN);
}

export const openPathPort: OpenPathPort = (receive) => {
  // What another server would have to be told: the network, and what has not been answered.
  let network: PathCall[] = [];
  let asked: PathCall | null = null;
  let local: ((call: PathCall) => void) | null = null;
  const waiting: PathCall[] = [];
  const useLocal = (...calls: PathCall[]): void => {
    local ??= createPathServer(receive);
    const serve = local;
    waiting.push(...calls);
    // The page shows first that it waits.
    if (waiting.length === calls.length) afterFrame(() => waiting.splice(0).forEach(serve));
  };
  const worker = startWorker(() => new Worker(new URL('./workers/path-worker.ts', import.meta.url), { type: 'module' }));
  if (worker) {
    worker.onmessage = ({ data }: MessageEvent<PathAnswer>) => {
      asked = null;
      receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      if (!local) useLocal(...network, ...(asked ? [asked] : []));
    };
  }
  return {
    post(call) {
      if (!('isFirst' in call)) asked = call;
      else network = call.isFirst ? [call] : [...network, call];
      if (local || !worker) useLocal(call);
      else worker.postMessage(call);
    },
  };
};
