import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packFiles } from '../../../tools/build/pack.ts';
import { writeServiceWorker } from '../../../tools/build/service-worker.ts';

const SCOPE = 'https://host.example/sub/';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sw-'));
  for (const folder of ['assets', 'data/base']) mkdirSync(join(dir, folder), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(dir, name), text);
});
afterEach(() => rmSync(dir, { recursive: true }));

const FILES = {
  'index.html': '<title>one</title>',
  'assets/app-1.js': 'app',
  'data/links.geojson': '{"links": 1}',
  'data/base/10m.json': '{}',
  'data/routes.geojson': '{"for": "other programs"}',
  'icon.svg': '<svg/>',
  _headers: '/*',
};

/** What the browser gives a service worker, with a host that serves the folder; caches outlive a version, as in a browser. */
function browser() {
  const stores = new Map<string, Map<string, Response>>();
  const open = new Set<string>();
  let online = true;
  /** What is called when the host has said nothing for long enough. */
  const silences = new Set<() => void>();
  const caches = {
    keys: async () => [...stores.keys()],
    has: async (name: string) => stores.has(name),
    delete: async (name: string) => stores.delete(name),
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>();
      stores.set(name, store);
      return {
        match: async (url: string) => store.get(url.split('?')[0]!)?.clone(),
        put: async (url: string, response: Response) => void store.set(url, response),
        delete: async (url: string) => store.delete(url),
        keys: async () => [...store.keys()].map((url) => ({ url })),
      };
    },
  };
  let body: ReadableStream<Uint8Array<ArrayBuffer>> | null = null;
  const served = async (asked: string | { url: string }, { signal }: { signal?: AbortSignal } = {}) => {
    if (!online) throw new TypeError('Failed to fetch');
    if (body && signal) {
      return new Response(body.pipeThrough(new TransformStream(), { signal }));
    }
    const path = (typeof asked === 'string' ? asked : asked.url).split('?')[0]!.slice(SCOPE.length) || 'index.html';
    return new Response(readFileSync(join(dir, path)));
  };
  /** Runs `sw.js` as it is in the folder. */
  const start = () => {
    type Listener = (event: object) => void;
    const listeners = new Map<string, Listener>();
    const global: Record<string, unknown> = {
      caches,
      fetch: served,
      crypto,
      URL,
      Response,
      AbortController,
      Blob,
      setTimeout: (callback: () => void) => {
        silences.add(callback);
        return callback;
      },
      clearTimeout: (callback: () => void) => void silences.delete(callback),
      Uint8Array,
      Array,
      Promise,
    };
    Object.assign(global, {
      self: global,
      registration: { scope: SCOPE },
      clients: { get: async (id: string) => (open.has(id) ? {} : undefined) },
      skipWaiting: async () => undefined,
      addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    });
    runInContext(readFileSync(join(dir, 'sw.js'), 'utf8'), createContext(global));
    const lasting = async (type: string) => {
      let work: Promise<unknown> = Promise.resolve();
      listeners.get(type)!({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
      await work;
    };
    /** What the worker answers; null where it leaves the request to the browser. */
    const ask = async (
      path: string,
      event: { clientId?: string; resultingClientId?: string; mode?: string; method?: string },
    ) => {
      let answer: Promise<Response> | null = null;
      const { clientId = '', resultingClientId = '', mode = 'cors', method = 'GET' } = event;
      const request = { url: SCOPE + path, mode, method, destination: '' };
      listeners.get('fetch')!({
        request,
        clientId,
        resultingClientId,
        respondWith: (promise: Promise<Response>) => (answer = promise),
      });
      return answer === null ? null : await (answer as Promise<Response>).then((response) => response.text());
    };
    /** A visit to the page, which then has this id. */
    const visit = (id: string, path = '?select=x') => {
      open.add(id);
      return ask(path, { mode: 'navigate', resultingClientId: id });
    };
    return { install: () => lasting('install'), activate: () => lasting('activate'), ask, visit };
  };
  return {
    start,
    caches,
    close: (id: string) => open.delete(id),
    connect: (to: boolean) => (online = to),
    /** The document comes as this stream; null ends that. */
    stream: (given: typeof body) => (body = given),
    /** The time is up for whoever waits; resolves once somebody has. */
    beSilent: () =>
      vi.waitFor(() => {
        expect(silences.size).toBeGreaterThan(0);
        silences.forEach((callback) => callback());
      }),
  };
}

async function installed() {
  await writeServiceWorker(dir);
  const host = browser();
  const worker = host.start();
  await worker.install();
  await worker.activate();
  return { host, worker };
}

const publish = async () => {
  writeFileSync(join(dir, 'index.html'), '<title>two</title>');
  writeFileSync(join(dir, 'data/links.geojson'), '{"links": 2}');
  await writeServiceWorker(dir);
};

describe('the service worker', () => {
  it('keeps the document, hashed files, icons and the data that the page reads, by their digests', async () => {
    packFiles(dir);
    await writeServiceWorker(dir);
    const head = readFileSync(join(dir, 'sw.js'), 'utf8').split('\n')[0]!;
    const { files } = JSON.parse(head.slice('self.atlas = '.length, -1)) as { files: [string, string][] };
    expect(files.map(([name]) => name)).toEqual([
      'index.html',
      'assets/app-1.js',
      'data/base/10m.json',
      'data/links.geojson',
      'icon.svg',
    ]);
    expect(files[0]![1]).toBe(createHash('sha256').update(FILES['index.html']).digest('hex'));
  });

  it('shows the whole page without a connection, whatever the address asks for', async () => {
    const { host, worker } = await installed();
    host.connect(false);
    expect(await worker.visit('a')).toBe(FILES['index.html']);
    expect(await worker.ask('data/links.geojson', { clientId: 'a' })).toBe('{"links": 1}');
    expect(await worker.ask('assets/app-1.js', { clientId: 'a' })).toBe('app');
  });

  it('gives a page of a newer version nothing of its own, and an older page nothing of the newer', async () => {
    const { worker } = await installed();
    await worker.visit('old');
    await publish();
    expect(await worker.visit('new')).toBe('<title>two</title>');
    expect(await worker.ask('data/links.geojson', { clientId: 'new' })).toBe('{"links": 2}');
    expect(await worker.ask('data/links.geojson', { clientId: 'old' })).toBe('{"links": 1}');
  });

  it('hands over to the next one, and forgets a version when its last page is closed', async () => {
    const { host, worker } = await installed();
    await worker.visit('old');
    await publish();
    const next = host.start();
    await next.install();
    await next.activate();
    expect(await host.caches.keys()).toHaveLength(2);
    expect(await next.ask('data/links.geojson', { clientId: 'old' })).toBe('{"links": 1}');
    host.close('old');
    await next.activate();
    expect(await host.caches.keys()).toHaveLength(1);
    host.connect(false);
    expect(await next.visit('b')).toBe('<title>two</title>');
    expect(await next.ask('data/links.geojson', { clientId: 'b' })).toBe('{"links": 2}');
  });

  it('is not installed where the files on the host are not all of its version', async () => {
    await writeServiceWorker(dir);
    writeFileSync(join(dir, 'data/links.geojson'), '{"links": 3}');
    const host = browser();
    await expect(host.start().install()).rejects.toThrow(/data\/links\.geojson is not of version/);
    expect(await host.caches.keys()).toEqual([]);
  });

  it('leaves what pages are tied to when the same version is installed again in vain', async () => {
    const { host, worker } = await installed();
    const [name] = await host.caches.keys();
    const cache = await host.caches.open(name!);
    await cache.delete(`${SCOPE}assets/app-1.js`);
    host.connect(false);
    await expect(worker.install()).rejects.toThrow();
    expect(await worker.visit('a')).toBe(FILES['index.html']);
  });

  it.each(['index.html', 'assets/app-1.js', 'data/links.geojson'] as const)(
    'notices that a kept file is damaged, and has it from the host: %s',
    async (path) => {
      const { host, worker } = await installed();
      const [name] = await host.caches.keys();
      const cache = await host.caches.open(name!);
      await worker.visit('a');
      await cache.put(SCOPE + path, new Response('damaged'));
      const get = () => (path === 'index.html' ? worker.visit('a') : worker.ask(path, { clientId: 'a' }));
      expect(await get()).toBe(FILES[path]);
      if (path === 'index.html') return;
      host.connect(false);
      expect(await get()).toBe(FILES[path]);
    },
  );

  it('waits for a slow document as long as something comes, and shows the kept one when nothing does', async () => {
    const { host, worker } = await installed();
    let send!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
    const stream = () => new ReadableStream<Uint8Array<ArrayBuffer>>({ start: (controller) => void (send = controller) });
    host.stream(stream());
    const slow = worker.visit('a');
    for (const piece of ['<title>', 'slow', '</title>']) send.enqueue(new TextEncoder().encode(piece));
    send.close();
    expect(await slow).toBe('<title>slow</title>');
    host.stream(stream());
    const stuck = worker.visit('b');
    send.enqueue(new TextEncoder().encode('<title>'));
    await host.beSilent();
    expect(await stuck).toBe(FILES['index.html']);
  });

  it('leaves embedded pages, other folders and everything that is sent alone', async () => {
    const { worker } = await installed();
    expect(await worker.ask('embed.html', { mode: 'navigate', resultingClientId: 'e' })).toBeNull();
    expect(await worker.ask('other/thing.json', { clientId: 'a' })).toBeNull();
    expect(await worker.ask('data/links.geojson', { clientId: 'a', method: 'POST' })).toBeNull();
    writeFileSync(join(dir, 'data/links.geojson'), '{"links": 9}');
    // A page that the worker did not open has what the host has.
    expect(await worker.ask('data/links.geojson', { clientId: 'e' })).toBe('{"links": 9}');
  });
});
