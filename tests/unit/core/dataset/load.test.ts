import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadFile } from '../../../../src/core/dataset/load/load.ts';
import { fetchFile } from '../../../../src/core/import/fetch-file.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Sender = ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
const bytes = (text: string) => new TextEncoder().encode(text);

/** An answer whose body is sent by the test, and which ends with the request. */
function answer(signal: AbortSignal | null | undefined): { response: Response; sender: Sender } {
  let sender!: Sender;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({ start: (controller) => void (sender = controller) });
  signal?.addEventListener('abort', () => sender.error(signal.reason));
  return { response: new Response(body), sender };
}

describe.each([
  {
    what: 'a file of the dataset',
    seconds: 20,
    ask: (fetch: (init: { signal?: AbortSignal | null }) => Promise<Response>) =>
      loadFile('https://host.example/data/x.json', v.array(v.number()), { fetch: (_, init) => fetch(init) }),
    code: { code: 'timeout', params: { file: 'data/x.json', seconds: 20 } },
  },
  {
    what: 'a file from an address',
    seconds: 30,
    ask: (fetch: (init: { signal?: AbortSignal | null }) => Promise<Response>) =>
      fetchFile('https://host.example/x.json', {
        fetch: (_, init) => fetch(init),
        page: 'https://page.example/',
        wasBlocked: () => Promise.resolve(false),
        signal: new AbortController().signal,
      }).then((source) => JSON.parse(new TextDecoder().decode(source.bytes)) as unknown),
    code: { issue: { code: 'address-late', params: { host: 'host.example', seconds: 30 } } },
  },
])('$what', ({ seconds, ask, code }) => {
  it('may take as long as it needs, while something comes', async () => {
    let sender!: Sender;
    const read = ask(async ({ signal }) => {
      const { response, sender: given } = answer(signal);
      sender = given;
      return response;
    });
    for (const piece of ['[1', ',2', ',3]']) {
      await vi.advanceTimersByTimeAsync((seconds - 1) * 1000);
      sender.enqueue(bytes(piece));
    }
    sender.close();
    expect(await read).toEqual([1, 2, 3]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is given up where nothing comes, also in its middle', async () => {
    const read = ask(async ({ signal }) => {
      const { response, sender } = answer(signal);
      sender.enqueue(bytes('[1'));
      return response;
    });
    const refused = expect(read).rejects.toMatchObject(code);
    await vi.advanceTimersByTimeAsync((seconds + 1) * 1000);
    await refused;
  });
});
