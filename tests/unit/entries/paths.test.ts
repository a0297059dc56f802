import { afterEach, expect, it, vi } from 'vitest';
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

afterEach(() => vi.unstubAllGlobals());

it('searches on the page where there can be no worker', async () => {
  vi.stubGlobal('Worker', function refuse() {
    throw new DOMException('not here', 'SecurityError');
  });
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
