/**
 * The service worker: keeps one whole version of the page and its data for use without a connection.
 *
 * A page is tied to the version of the document that it was loaded with: where that is the kept one, everything else comes from
 * the same cache; where the server had a newer document, nothing does. So no page mixes two versions. Written without imports,
 * because it is a classic script; the build writes `self.atlas` before it (tools/build/service-worker.ts).
 */
type KeptFile = [path: string, sha256: string];

interface Kept {
  version: string;
  /** Paths below the scope, each with the SHA-256 of its content; the first is the document. */
  files: [document: KeptFile, ...others: KeptFile[]];
}

// The library types the scope of workers in general.
const worker = self as unknown as ServiceWorkerGlobalScope & { atlas: Kept };
const { version, files } = worker.atlas;

const PREFIX = 'atlas-';
/** How long the document may take before the kept one is shown, in milliseconds. */
const TIMEOUT = 5000;

const scope = worker.registration.scope;
const resolve = (path: string): string => new URL(path, scope).href;
const [[documentPath, documentDigest]] = files;
const documentAddress = resolve(documentPath);
const documents = [resolve(''), documentAddress];
const kept = new Set(files.map(([path]) => resolve(path)));
/** Where a cache notes that a page or its worker is of its version. */
const getMark = (client: string): string => resolve(`.client/${client}`);

/** The SHA-256 of a response as the list of files has it. */
async function computeDigest(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** All files or none: where one is missing or of another version, this worker is not installed and the one before stays. */
async function install(): Promise<void> {
  const cache = await caches.open(PREFIX + version);
  for (const [path, sha256] of files) {
    const url = resolve(path);
    if (await cache.match(url)) continue;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok || (await computeDigest(response)) !== sha256) throw new Error(`${path} is not of version ${version}`);
    await cache.put(url, response);
  }
  await worker.skipWaiting();
}

/** Deletes the caches of other versions that no open page is tied to. */
async function deleteOldCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === PREFIX + version) continue;
    const cache = await caches.open(name);
    const marks = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(getMark('')));
    const open = await Promise.all(marks.map((url) => worker.clients.get(url.slice(getMark('').length))));
    if (open.every((client) => client === undefined)) await caches.delete(name);
  }
}

/** The version that a page is tied to. */
async function findCache(client: string): Promise<Cache | null> {
  if (client === '') return null;
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PREFIX))) {
    const cache = await caches.open(name);
    if (await cache.match(getMark(client))) return cache;
  }
  return null;
}

/** The document from the server; the kept one where that does not answer in time, or says that it cannot. */
async function open(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(PREFIX + version);
  const tie = () => cache.put(getMark(event.resultingClientId), new Response(''));
  const openKept = async (): Promise<Response | undefined> => {
    const document = await cache.match(documentAddress);
    if (document) await tie();
    return document;
  };
  try {
    const response = await fetch(event.request, { signal: AbortSignal.timeout(TIMEOUT) });
    if (response.status >= 500) return (await openKept()) ?? response;
    if (response.ok && (await computeDigest(response)) === documentDigest) await tie();
    return response;
  } catch (error) {
    const document = await openKept();
    if (document) return document;
    throw error;
  }
}

async function answer(event: FetchEvent): Promise<Response> {
  const cache = await findCache(event.clientId);
  const found = await cache?.match(event.request.url, { ignoreSearch: true });
  if (cache && found && event.request.destination === 'worker') {
    await cache.put(getMark(event.resultingClientId), new Response(''));
  }
  return found ?? fetch(event.request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(deleteOldCaches()));
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const [path = url] = url.split(/[?#]/);
  if (mode === 'navigate') {
    if (documents.includes(path)) event.respondWith(open(event));
  } else if (
    path.startsWith(scope) &&
    (kept.has(path) || path.startsWith(resolve('assets/')) || path.startsWith(resolve('data/')))
  ) {
    event.respondWith(answer(event));
  }
});
