/** Where paths are searched: in a worker, and on the page itself where there can be none. */
import type { OpenPathPort } from '../app/finder/path-queue.ts';
import { createPathServer, type PathAnswer, type PathCall } from '../core/compare/path-server.ts';
import { startWorker } from './workers/start-worker.ts';

export const openPathPort: OpenPathPort = (receive) => {
  // What another server would have to be told: the network, and what has not been answered.
  let network: PathCall[] = [];
  let asked: PathCall | null = null;
  let local: ((call: PathCall) => void) | null = null;
  const useLocal = (...calls: PathCall[]): void => {
    local ??= createPathServer(receive);
    const serve = local;
    // The page shows first that it waits.
    setTimeout(() => {
      for (const call of calls) serve(call);
    });
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
