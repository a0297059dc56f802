import { expect, it } from 'vitest';
import { fetchIfChanged } from '../../../../src/core/import/fetch-file.ts';

const ADDRESS = 'https://forwarder.example/events.json';

/** Asks an address that answers once. */
async function ask(etag: string | null, answer: Response) {
  const asked: RequestInit[] = [];
  const source = await fetchIfChanged(ADDRESS, etag, {
    fetch: (_, init) => {
      asked.push(init);
      return Promise.resolve(answer);
    },
    page: 'https://atlas.example/',
    wasBlocked: () => Promise.resolve(false),
    signal: new AbortController().signal,
  });
  return { source, init: asked[0]! };
}

it('asks for a file without cookies or a trace of the page, keeps no copy, and notes the version', async () => {
  const { source, init } = await ask(null, new Response('[]', { headers: { ETag: '"1"' } }));
  expect(init).toMatchObject({ cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' });
  expect(init.headers).toBeUndefined();
  expect(source).toMatchObject({ name: 'events.json', etag: '"1"' });
});

it('gives nothing where the version that it names is still the newest', async () => {
  const { source, init } = await ask('"1"', new Response(null, { status: 304 }));
  expect(init.headers).toEqual({ 'If-None-Match': '"1"' });
  expect(source).toBeNull();
});
