import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPathPort } from '../../../src/entries/paths.ts';
import { packNetwork, type PathAnswer, type PathCall } from '../../../src/core/compare/path-server.ts';
import { network } from '../core/routing/small-network.ts';

const calls: PathCall[] = [
  ...packNetwork(network({ a: 'AA', b: 'AA' }, [{ id: 'ab', from: 'a', to: 'b', km: 10 }])),
  { kind: 'paths', requests: [{ from: 'a', to: 'b' }] },
];

/** The answer to a request. */
const ask = (): Promise<PathAnswer> =>
  new Promise((resolve) => {
    const port = openPathPort(resolve);
    for (const call of calls) port.post(call);
  });

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then)));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function refuse(): never {
  throw new DOMException('not here', 'SecurityError');
}

it('searches on the page where there can be no worker', async () => {
  vi.stubGlobal('Worker', refuse);
  expect(await ask()).toMatchObject({ kind: 'paths', found: [{ paths: [{}] }] });
});

it('searches on the page what a worker was sent that does not start', async () => {
  class Broken {
    onerror: ((event: Event) => void) | null = null;
    postMessage = (call: PathCall): void => {
      if ('kind' in call) queueMicrotask(() => this.onerror?.(new Event('error')));
    };
    terminate = (): void => undefined;
  }
  vi.stubGlobal('Worker', Broken);
  expect(await ask()).toMatchObject({ kind: 'paths', found: [{ paths: [{}] }] });
});

it('shows that it waits before it searches on the page', async () => {
  const frames: (() => void)[] = [];
  vi.useFakeTimers();
  vi.stubGlobal('Worker', refuse);
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => frames.push(then));
  const receive = vi.fn();
  const port = openPathPort(receive);
  for (const call of calls) port.post(call);
  await vi.advanceTimersByTimeAsync(100);
  expect(receive).not.toHaveBeenCalled();
  for (const frame of frames) frame();
  await vi.advanceTimersByTimeAsync(0);
  expect(receive).toHaveBeenCalledTimes(1);
  // In the background there are no frames, and the answer comes all the same.
  for (const call of calls) port.post(call);
  await vi.advanceTimersByTimeAsync(1000);
  expect(receive).toHaveBeenCalledTimes(2);
});
