import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queryOverpass } from '../../../../geo/tracks/overpass.ts';
import { extract, fakeOverpass, type Reply, says, wayOf } from '../../../fixtures/overpass.ts';

const GOOD = extract(wayOf(7, [[1, 1], [2, 1]])); // prettier-ignore

let cache: string;
let pauses: number[];
let server: Awaited<ReturnType<typeof fakeOverpass>>;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'overpass-'));
  pauses = [];
});
afterEach(async () => {
  rmSync(cache, { recursive: true });
  await server.close();
});

async function client(replies: Reply[], more: { seconds?: number; attempts?: number } = {}) {
  server = await fakeOverpass(...replies);
  return queryOverpass({
    endpoint: server.endpoint,
    cache,
    days: 1,
    userAgent: 'the test',
    seconds: 5,
    gapSeconds: 2,
    attempts: 3,
    ...more,
    pause: async (ms) => void pauses.push(ms / 1000),
  });
}

describe('asking Overpass', () => {
  it('says who asks, and gives back the ways and the state that they are of', async () => {
    const ask = await client([GOOD]);
    const { ways, asOf } = await ask('a query with ümlauts & signs');
    expect(ways.map(({ id }) => id)).toEqual([7]);
    expect(asOf).toBe('2026-11-20T00:00:00Z');
    expect(server.asked[0]).toMatchObject({ method: 'POST', query: 'a query with ümlauts & signs' });
    expect(server.asked[0]?.headers['user-agent']).toBe('the test');
  });

  it('has one request open at a time, with a pause between two', async () => {
    const ask = await client([GOOD]);
    await Promise.all(['a', 'b', 'c'].map((query) => ask(query)));
    expect(server.asked.map(({ query }) => query)).toEqual(['a', 'b', 'c']);
    expect(server.most()).toBe(1);
    expect(pauses).toEqual([2, 2]);
  });

  it('asks once for the same, also in a later run, until the answer is old', async () => {
    const ask = await client([GOOD]);
    await ask('same');
    await ask('same');
    expect(server.asked).toHaveLength(1);
    const [file] = readdirSync(cache);
    utimesSync(join(cache, file!), new Date(0), new Date(0));
    await ask('same');
    expect(server.asked).toHaveLength(2);
  });

  it('goes on with the next query after one that failed', async () => {
    const ask = await client([says(400), GOOD]);
    const [bad, good] = await Promise.allSettled([ask('bad'), ask('good')]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('waits as long as a busy server asks for, and longer each time where it says nothing', async () => {
    const ask = await client([says(429, { 'Retry-After': '17' }), says(504), GOOD]);
    await ask('x');
    expect(pauses).toEqual([17, 2, 20, 2]);
  });

  it('never waits longer than three minutes, whatever the server asks for', async () => {
    const ask = await client([says(503, { 'Retry-After': new Date(Date.now() + 9e8).toUTCString() }), GOOD]);
    await ask('x');
    expect(pauses[0]).toBe(180);
  });

  const failures: [name: string, reply: Reply, code: string, requests: number][] = [
    ['is busy for good', says(429), 'unreachable', 3],
    ['finds the query wrong', says(400), 'unreachable', 1],
    ['answers with a page', says(200, { 'Content-Type': 'text/html' }, '<html>rate limited</html>'), 'malformed', 3],
    ['cuts its answer off', says(200, {}, JSON.stringify(GOOD).slice(0, -20)), 'malformed', 3],
    ['gives up on the way', { ...GOOD, remark: 'runtime error: Query timed out' }, 'invalid', 3],
    ['answers with another shape', { elements: 'none' }, 'invalid', 1],
    ['loses positions', extract({ ...wayOf(7, [[1, 1], [2, 1]]), nodes: [1] }), 'invalid', 1], // prettier-ignore
    ['gives positions off the earth', extract(wayOf(7, [[1, 1], [2, 91]])), 'invalid', 1], // prettier-ignore
    ['breaks the line', (response) => response.destroy(), 'unreachable', 3],
    [
      'breaks the line in the middle',
      (response) => {
        response.writeHead(200, { 'Content-Length': '5000' });
        response.write('{"osm3s":', () => response.destroy());
      },
      'unreachable',
      3,
    ],
  ];
  it.each(failures)(
    'a server that %s: fails with a reason, after few requests, and keeps nothing',
    async (_, reply, code, requests) => {
      const ask = await client([reply]);
      await expect(ask('x')).rejects.toMatchObject({ name: 'AtlasError', code });
      expect(server.asked).toHaveLength(requests);
      expect(readdirSync(cache)).toEqual([]);
    },
  );

  it.each([
    ['never answers', () => undefined],
    ['never ends', (response: { write(text: string): void }) => response.write('{"osm3s":')],
  ] as [string, Reply][])('a server that %s is given up in time', async (_, reply) => {
    const ask = await client([reply], { seconds: 0.3, attempts: 2 });
    await expect(ask('x')).rejects.toMatchObject({ code: 'timeout' });
    expect(server.asked).toHaveLength(2);
  });

  it('no server at all: says that it cannot be reached', async () => {
    const ask = await client([GOOD]);
    await server.close();
    await expect(ask('x')).rejects.toMatchObject({ code: 'unreachable', params: { file: 'Overpass' } });
  });
});
