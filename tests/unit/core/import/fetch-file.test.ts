import { expect, it } from 'vitest';
import { fetchIfChanged, type FileVersion } from '../../../../src/core/import/fetch-file.ts';

const ADDRESS = 'https://forwarder.example/events.json';

/** Asks an address that answers once. */
async function ask(version: FileVersion | null, answer: Response) {
  const asked: RequestInit[] = [];
  const source = await fetchIfChanged(ADDRESS, version, {
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
  expect(source).toMatchObject({ name: 'events.json', version: { 'If-None-Match': '"1"' } });
});

it('gives nothing where the version that it names is still the newest', async () => {
  const { source, init } = await ask({ 'If-None-Match': '"1"' }, new Response(null, { status: 304 }));
  expect(init.headers).toEqual({ 'If-None-Match': '"1"' });
  expect(source).toBeNull();
});

it('goes by the date of the last change where the server tells no tag, which is the more exact', async () => {
  const date = 'Sun, 01 Nov 2026 08:00:00 GMT';
  const dated = await ask(null, new Response('[]', { headers: { 'Last-Modified': date } }));
  expect(dated.source?.version).toEqual({ 'If-Modified-Since': date });
  const both = await ask(null, new Response('[]', { headers: { 'Last-Modified': date, ETag: '"1"' } }));
  expect(both.source?.version).toEqual({ 'If-None-Match': '"1"' });
  const again = await ask({ 'If-Modified-Since': date }, new Response(null, { status: 304 }));
  expect(again.init.headers).toEqual({ 'If-Modified-Since': date });
  expect(again.source).toBeNull();
  expect((await ask(null, new Response('[]'))).source?.version).toBeNull();
});
