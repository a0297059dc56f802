/**
 * The service worker: keeps one whole version of the page and its data for when there is no connection.
 *
 * A page is tied to the version of the document that it was loaded with: where that is the kept one, everything else comes from
 * the same cache; where the server had a newer document, nothing does. So no page mixes two versions. Written without imports,
 * because it is a classic script; the build puts `self.atlas` before it (tools/build/service-worker.ts).
 */
interface Kept {
  version: string;
  /** Paths below the scope, each with the SHA-256 of its content; the first is the document. */
  files: [path: string, sha256: string][];
}

/** The part of a service worker's surroundings that is used; TypeScript has it in a library that does not go with that of pages. */
interface Fetching extends Event {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Surroundings {
  atlas: Kept;
  registration: { scope: string };
  clients: { get(id: string): Promise<object | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Surroundings;
const { version, files } = worker.atlas;

const PREFIX = 'atlas-';
/** How long the document may take before the kept one is shown, in milliseconds. */
const PATIENCE = 5000;

const scope = worker.registration.scope;
const address = (path: string): string => new URL(path, scope).href;
const documents = [address(''), address(files[0]![0])];
const kept = new Set(files.map(([path]) => address(path)));
/** Where a cache notes that a page or its worker is of its version. */
const mark = (client: string): string => address(`.client/${client}`);

/** The embed data as the list has it. */
async function embedData(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** All files or none: where one is missing or of another version, this worker is not installed and the one before stays. */
async function install(): Promise<void> {
  const cache = await caches.open(PREFIX + version);
  for (const [path, sha256] of files) {
    const url = address(path);
    if (await cache.match(url)) continue;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok || (await embedData(response)) !== sha256) throw new Error(`${path} is not of version ${version}`);
    await cache.put(url, response);
  }
  await worker.skipWaiting();
}

/** Deletes the caches of other versions that no open page is tied to. */
async function sweep(): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === PREFIX + version) continue;
    const cache = await caches.open(name);
    const marks = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(mark('')));
    const open = await Promise.all(marks.map((url) => worker.clients.get(url.slice(mark('').length))));
    if (open.every((client) => client === undefined)) await caches.delete(name);
  }
}

/** The version that a page is tied to. */
async function cacheOf(client: string): Promise<Cache | null> {
  if (client === '') return null;
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PREFIX))) {
    const cache = await caches.open(name);
    if (await cache.match(mark(client))) return cache;
  }
  return null;
}

/** The document from the server; the kept one where that does not answer in time, or says that it cannot. */
async function open(event: Fetching): Promise<Response> {
  const cache = await caches.open(PREFIX + version);
  const tie = () => cache.put(mark(event.resultingClientId), new Response(''));
  const own = async (): Promise<Response | undefined> => {
    const document = await cache.match(documents[1]!);
    if (document) await tie();
    return document;
  };
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.status >= 500) return (await own()) ?? response;
    if (response.ok && (await embedData(response)) === files[0]![1]) await tie();
    return response;
  } catch (error) {
    const document = await own();
    if (document) return document;
    throw error;
  }
}

async function answer(event: Fetching): Promise<Response> {
  const cache = await cacheOf(event.clientId);
  const found = await cache?.match(event.request.url, { ignoreSearch: true });
  if (cache && found && event.request.destination === 'worker') {
    await cache.put(mark(event.resultingClientId), new Response(''));
  }
  return found ?? fetch(event.request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(sweep()));
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const path = url.split(/[?#]/)[0]!;
  if (mode === 'navigate') {
    if (documents.includes(path)) event.respondWith(open(event));
  } else if (
    path.startsWith(scope) &&
    (kept.has(path) || path.startsWith(address('assets/')) || path.startsWith(address('data/')))
  ) {
    event.respondWith(answer(event));
  }
});
