import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** The document, with its program. */
const PAGE = '<title>one</title><script src="./assets/index-12345678.js"></script>';

const FILES = {
  'index.html': PAGE,
  'assets/index-12345678.js':
    'import"./shared-12345678.js";import("./ru-12345678.js");import("./components-12345678.js",["./components-12345678.css"])',
  'assets/shared-12345678.js': 'shared',
  'assets/components-12345678.js': 'panels',
  'assets/components-12345678.css': 'looks',
  'assets/ru-12345678.js': 'words',
  'assets/rare-12345678.js': 'rare',
  'assets/embed-12345678.js': 'embed',
  'data/links.geojson': '{"features": [], "no": 1}',
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
  /** Paths that the host was asked for. */
  const asked: string[] = [];
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
  const served = async (request: string | { url: string }, { signal }: { signal?: AbortSignal } = {}) => {
    if (!online) throw new TypeError('Failed to fetch');
    if (body && signal) {
      return new Response(body.pipeThrough(new TransformStream(), { signal }));
    }
    const path = (typeof request === 'string' ? request : request.url).split('?')[0]!.slice(SCOPE.length) || 'index.html';
    asked.push(path);
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
    const lasting = async (type: string, data?: object) => {
      let work: Promise<unknown> = Promise.resolve();
      listeners.get(type)!({ data, waitUntil: (promise: Promise<unknown>) => (work = promise) });
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
    /** What a page says that it has used before it had a service worker. */
    const tell = (...paths: string[]) => lasting('message', { used: paths.map((path) => SCOPE + path) });
    return { install: () => lasting('install'), activate: () => lasting('activate'), ask, visit, tell };
  };
  return {
    start,
    asked,
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
  writeFileSync(join(dir, 'data/links.geojson'), '{"features": [], "no": 2}');
  await writeServiceWorker(dir);
};

describe('the service worker', () => {
  it('keeps the document, its program with its panels, icons and the data of lists, by their digests; the rest once it is used', async () => {
    packFiles(dir);
    await writeServiceWorker(dir);
    const head = readFileSync(join(dir, 'sw.js'), 'utf8').split('\n')[0]!;
    const { files, used } = JSON.parse(head.slice('self.atlas = '.length, -1)) as Record<'files' | 'used', [string, string][]>;
    expect(files.map(([name]) => name)).toEqual([
      'index.html',
      'assets/components-12345678.css',
      'assets/components-12345678.js',
      'assets/index-12345678.js',
      'assets/shared-12345678.js',
      'data/links.geojson',
      'icon.svg',
    ]);
    expect(files[0]![1]).toBe(createHash('sha256').update(FILES['index.html']).digest('hex'));
    expect(used.map(([name]) => name)).toEqual(['assets/ru-12345678.js', 'data/base/10m.json']);
  });

  it('keeps the tiles that lines lie on', async () => {
    const tiles = ['3/5/3', '3/6/3', '3/0/0'].map((tile) => `data/tiles/base/${tile}.pbf`);
    for (const tile of tiles) {
      mkdirSync(dirname(join(dir, tile)), { recursive: true });
      writeFileSync(join(dir, tile), tile);
    }
    const line = {
      type: 'LineString',
      coordinates: [
        [49.9, 40.4],
        [91.1, 40],
      ],
    };
    writeFileSync(join(dir, 'data/links.geojson'), JSON.stringify({ features: [{ geometry: line }] }));
    const { host, worker } = await installed();
    host.connect(false);
    await worker.visit('a');
    const get = (tile: string) => worker.ask(tile, { clientId: 'a' });
    expect(await get(tiles[0]!)).toBe(tiles[0]);
    expect(await get(tiles[1]!)).toBe(tiles[1]);
    await expect(get(tiles[2]!)).rejects.toThrow();
  });

  it('keeps what a page has used, before there was a service worker and since', async () => {
    const { host, worker } = await installed();
    await worker.tell('assets/ru-12345678.js', 'data/routes.geojson', 'elsewhere.js');
    await worker.visit('a');
    expect(await worker.ask('data/base/10m.json', { clientId: 'a' })).toBe('{}');
    host.connect(false);
    expect(await worker.ask('assets/ru-12345678.js', { clientId: 'a' })).toBe('words');
    expect(await worker.ask('data/base/10m.json', { clientId: 'a' })).toBe('{}');
    await expect(worker.ask('data/routes.geojson', { clientId: 'a' })).rejects.toThrow();
  });

  it('does not keep what the host has of another version', async () => {
    const { host, worker } = await installed();
    await worker.visit('a');
    writeFileSync(join(dir, 'data/base/10m.json'), '{"newer": true}');
    await worker.tell('data/base/10m.json');
    expect(await worker.ask('data/base/10m.json', { clientId: 'a' })).toBe('{"newer": true}');
    host.connect(false);
    await expect(worker.ask('data/base/10m.json', { clientId: 'a' })).rejects.toThrow();
  });

  it('fetches of a new version only what has changed, and of that only what its reader uses', async () => {
    const { host, worker } = await installed();
    await worker.tell('assets/ru-12345678.js');
    rmSync(join(dir, 'assets/ru-12345678.js'));
    writeFileSync(join(dir, 'assets/ru-87654321.js'), 'other words');
    writeFileSync(join(dir, 'assets/ka-87654321.js'), 'words of others');
    const program = FILES['assets/index-12345678.js'].replace('ru-12345678', 'ru-87654321');
    writeFileSync(join(dir, 'assets/index-87654321.js'), `${program};import("./ka-87654321.js")`);
    writeFileSync(join(dir, 'index.html'), PAGE.replace('12345678', '87654321'));
    await writeServiceWorker(dir);
    host.asked.length = 0;
    const next = host.start();
    await next.install();
    await next.activate();
    expect(host.asked.toSorted()).toEqual(['assets/index-87654321.js', 'assets/ru-87654321.js', 'index.html']);
    host.connect(false);
    await next.visit('a');
    expect(await next.ask('assets/ru-87654321.js', { clientId: 'a' })).toBe('other words');
    expect(await next.ask('data/links.geojson', { clientId: 'a' })).toBe(FILES['data/links.geojson']);
  });

  it('shows the whole page without a connection, whatever the address asks for', async () => {
    const { host, worker } = await installed();
    host.connect(false);
    expect(await worker.visit('a')).toBe(FILES['index.html']);
    expect(await worker.ask('data/links.geojson', { clientId: 'a' })).toBe('{"features": [], "no": 1}');
    expect(await worker.ask('assets/shared-12345678.js', { clientId: 'a' })).toBe('shared');
  });

  it('gives a page of a newer version nothing of its own, and an older page nothing of the newer', async () => {
    const { worker } = await installed();
    await worker.visit('old');
    await publish();
    expect(await worker.visit('new')).toBe('<title>two</title>');
    expect(await worker.ask('data/links.geojson', { clientId: 'new' })).toBe('{"features": [], "no": 2}');
    expect(await worker.ask('data/links.geojson', { clientId: 'old' })).toBe('{"features": [], "no": 1}');
  });

  it('hands over to the next one, and forgets a version when its last page is closed', async () => {
    const { host, worker } = await installed();
    await worker.visit('old');
    await publish();
    const next = host.start();
    await next.install();
    await next.activate();
    expect(await host.caches.keys()).toHaveLength(2);
    expect(await next.ask('data/links.geojson', { clientId: 'old' })).toBe('{"features": [], "no": 1}');
    host.close('old');
    await next.activate();
    expect(await host.caches.keys()).toHaveLength(1);
    host.connect(false);
    expect(await next.visit('b')).toBe('<title>two</title>');
    expect(await next.ask('data/links.geojson', { clientId: 'b' })).toBe('{"features": [], "no": 2}');
  });

  it('is not installed where the files on the host are not all of its version', async () => {
    await writeServiceWorker(dir);
    writeFileSync(join(dir, 'data/links.geojson'), '{"features": [], "no": 3}');
    const host = browser();
    await expect(host.start().install()).rejects.toThrow(/data\/links\.geojson is not of version/);
    expect(await host.caches.keys()).toEqual([]);
  });

  it('leaves what pages are tied to when the same version is installed again in vain', async () => {
    const { host, worker } = await installed();
    const [name] = await host.caches.keys();
    const cache = await host.caches.open(name!);
    await cache.delete(`${SCOPE}assets/shared-12345678.js`);
    host.connect(false);
    await expect(worker.install()).rejects.toThrow();
    expect(await worker.visit('a')).toBe(FILES['index.html']);
  });

  it.each(['index.html', 'assets/shared-12345678.js', 'data/links.geojson'] as const)(
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
    writeFileSync(join(dir, 'data/links.geojson'), '{"features": [], "no": 9}');
    // A page that the worker did not open has what the host has.
    expect(await worker.ask('data/links.geojson', { clientId: 'e' })).toBe('{"features": [], "no": 9}');
  });
});
