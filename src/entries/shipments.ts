/** What followed shipments need of the page: a worker, the network, timers, and storage where the reader asks for it. */
import * as v from 'valibot';
import { AtlasError, type ErrorCode } from '../core/dataset/errors.ts';
import { fetchIfChanged } from '../core/import/fetch-file.ts';
import type { Answer, Call, DeskCall } from '../core/shipments/view/desk-server.ts';
import type { ShipmentRow } from '../core/shipments/view/row.ts';
import type { AskOptions, DeskClient, ShipmentDependencies } from '../app/shipments/state/dependencies.ts';
import type { AddressNetwork } from './address-network.ts';
import { startWorker } from './workers/start-worker.ts';

/** `base` is the address of the dataset. */
export function createShipmentDependencies(base: string, network: AddressNetwork): ShipmentDependencies {
  return {
    openDesk: () => openDesk(base),
    fetch: (address, version, signal) => fetchIfChanged(address, version, { ...network, signal }),
    places: createPlaceStore(),
    now: () => Date.now(),
    schedule(then, ms) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  };
}

interface Waiting extends AskOptions {
  resolve(result: unknown): void;
  reject(reason: Error): void;
  rows: Map<number, ShipmentRow[]>;
}

function openDesk(base: string): DeskClient {
  const waiting = new Map<number, Waiting>();
  let sent = 0;
  const connection = connect((answer) => {
    const asker = waiting.get(answer.call);
    if (!asker) return;
    if ('progress' in answer) asker.onProgress?.(answer.progress);
    else if ('rows' in answer) {
      const rows = asker.rows.get(answer.n);
      if (rows) rows.push(...answer.rows);
      else asker.rows.set(answer.n, answer.rows);
    } else if ('summary' in answer) asker.onFile?.(answer.summary, asker.rows.get(answer.summary.n) ?? []);
    else {
      waiting.delete(answer.call);
      if ('result' in answer) asker.resolve(answer.result);
      // As the desk has thrown it.
      else if ('failed' in answer) asker.reject(new AtlasError(answer.failed.code as ErrorCode, answer.failed.params));
      else asker.reject(new Error(answer.bug));
    }
  });
  const send = (message: DeskCall, call: number): void => connection.post({ ...message, call, base });
  return {
    ask: (message, options = {}) =>
      new Promise((resolve, reject) => {
        const call = ++sent;
        const stop = (): void => {
          if (!waiting.delete(call)) return;
          send({ type: 'cancel', stops: call }, ++sent);
          reject(options.signal?.reason as Error);
        };
        waiting.set(call, { ...options, resolve, reject, rows: new Map() });
        options.signal?.addEventListener('abort', stop, { once: true });
        send(message, call);
      }),
    close() {
      connection.close();
      waiting.clear();
    },
  };
}

interface Connection {
  post(call: Call): void;
  close(): void;
}

/** A worker; where there can be none, the same work on the page itself, a slice at a time. */
function connect(receive: (answer: Answer) => void): Connection {
  const sent: Call[] = [];
  let local: Promise<(call: Call) => Promise<void>> | null = null;
  const useLocal = () => {
    local ??= import('../core/shipments/view/desk-server.ts').then(({ createDeskServer }) =>
      createDeskServer({
        fetch: (url, init) => fetch(url, init),
        post: receive,
        pause: () => new Promise((resolve) => setTimeout(resolve)),
        now: () => performance.now(),
      }),
    );
    return local;
  };
  const worker = startWorker(() => new Worker(new URL('./workers/shipment-worker.ts', import.meta.url), { type: 'module' }));
  if (worker) {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      sent.length = 0;
      receive(data);
    };
    worker.onerror = (event) => {
      // It did not start: what it was sent is done here.
      event.preventDefault();
      for (const call of sent.splice(0)) void useLocal().then((serve) => serve(call));
    };
  }
  return {
    post(call) {
      if (local || !worker) void useLocal().then((serve) => serve(call));
      else {
        sent.push(call);
        worker.postMessage(call);
      }
    },
    close: () => worker?.terminate(),
  };
}

const KEY = 'corridor-atlas-shipment-places';
const placesSchema = v.array(v.tuple([v.string(), v.string()]));

function createPlaceStore(): ShipmentDependencies['places'] {
  const attempt = <T>(use: () => T, otherwise: T): T => {
    try {
      return use();
    } catch (error) {
      // A browser that refuses storage remembers nothing; what stands there may be of another program.
      if (error instanceof DOMException || error instanceof SyntaxError) return otherwise;
      throw error;
    }
  };
  return {
    load: () =>
      attempt(() => {
        const found = v.safeParse(placesSchema, JSON.parse(localStorage.getItem(KEY) ?? '[]'));
        return found.success ? found.output : [];
      }, []),
    save: (places) =>
      attempt(() => {
        if (places) localStorage.setItem(KEY, JSON.stringify(places));
        else localStorage.removeItem(KEY);
      }, undefined),
  };
}
