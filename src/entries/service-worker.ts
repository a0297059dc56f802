/**
 * The service worker: keeps one version of the page and its data for use without a connection: what every reader needs, and whatever
 * else a page has used, so that nobody pays for languages and formats of others.
 *
 * A page is tied to the version of the document that it was loaded with: where that is the kept one, everything else comes from
 * the same cache; where the server had a newer document, nothing does. So no page mixes two versions. Written without imports,
 * because it is a classic script; the build writes `self.atlas` before it (tools/build/service-worker.ts).
 */
type KeptFile = [path: string, sha256: string];

interface Kept {
  version: string;
  /** What every reader needs: paths below the scope, each with the SHA-256 of its content; the first is the document. */
  files: [document: KeptFile, ...others: KeptFile[]];
  /** What is kept once a page has used it. */
  used: KeptFile[];
}

/** A page tells what it has used before it had a service worker. */
interface Message {
  used: string[];
}

// The library types the scope of workers in general.
const worker = self as unknown as ServiceWorkerGlobalScope & { atlas: Kept };
const { version, files, used } = worker.atlas;

const PREFIX = 'atlas-';
const CACHE = PREFIX + version;
/** How long the host may say nothing before the kept document is shown, in milliseconds. */
const SILENCE = 5000;

const scope = worker.registration.scope;
const resolve = (path: string): string => new URL(path, scope).href;
const [[documentPath, documentDigest]] = files;
const documentAddress = resolve(documentPath);
const documents = [resolve(''), documentAddress];
const digests = new Map([...files, ...used].map(([path, sha256]) => [resolve(path), sha256]));
/** Where a cache notes that a page or its worker is of its version. */
const getMark = (client: string): string => resolve(`.client/${client}`);

/** True where a response has the content that this version has. It can be read afterwards. */
async function isOfVersion(response: Response, sha256: string | undefined): Promise<boolean> {
  if (!response.ok) return false;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

/** A file of this version, without asking the host where the browser has it; null where the host has another one. */
async function fetchFile(url: string): Promise<Response | null> {
  for (const cache of ['force-cache', 'reload'] as const) {
    const response = await fetch(url, { cache });
    if (await isOfVersion(response, digests.get(url))) return response;
  }
  return null;
}

/** Caches of other versions. */
async function openOthers(): Promise<Cache[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  return Promise.all(names.map((name) => caches.open(name)));
}

/** What a path is called in each version: files of programs have a digest in their names. */
const getStem = (url: string): string => url.replace(/-[\w-]{8}(?=\.\w+$)/, '');

/** What this version keeps of what readers have used of those before. */
async function listUsed(others: readonly Cache[]): Promise<string[]> {
  const keys = (await Promise.all(others.map((cache) => cache.keys()))).flat();
  const stems = new Set(keys.map(({ url }) => getStem(url)));
  return used.map(([path]) => resolve(path)).filter((url) => stems.has(getStem(url)));
}

/** A file that is the same in another version. */
async function findSame(url: string, others: readonly Cache[]): Promise<Response | null> {
  for (const cache of others) {
    const response = await cache.match(url);
    if (response && (await isOfVersion(response, digests.get(url)))) return response;
  }
  return null;
}

/** All files or none: where one is missing or of another version, nothing is kept, and the worker before stays. */
async function install(): Promise<void> {
  const wasThere = await caches.has(CACHE);
  const others = await openOthers();
  const cache = await caches.open(CACHE);
  try {
    for (const url of [...files.map(([path]) => resolve(path)), ...(await listUsed(others))]) {
      if (await cache.match(url)) continue;
      const response = (await findSame(url, others)) ?? (await fetchFile(url));
      if (!response) throw new Error(`${url.slice(scope.length)} is not of version ${version}`);
      await cache.put(url, response);
    }
  } catch (error) {
    // Pages may be tied to what was there before.
    if (!wasThere) await caches.delete(CACHE);
    throw error;
  }
  await worker.skipWaiting();
}

/** Keeps what a page has used, as far as it is of this version. */
async function keepUsed(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const url of urls) {
    if (!digests.has(url) || (await cache.match(url))) continue;
    const response = await fetchFile(url);
    if (response) await cache.put(url, response);
  }
}

/** Deletes the caches of other versions that no open page is tied to. */
async function deleteOldCaches(): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE) continue;
    const cache = await caches.open(name);
    const marks = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(getMark('')));
    const open = await Promise.all(marks.map((url) => worker.clients.get(url.slice(getMark('').length))));
    if (open.every((client) => client === undefined)) await caches.delete(name);
  }
}

/** Name of the cache of the version that a page is tied to. */
async function findCacheName(client: string): Promise<string | null> {
  if (client === '') return null;
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PREFIX))) {
    const cache = await caches.open(name);
    if (await cache.match(getMark(client))) return name;
  }
  return null;
}

/** A file of this version as it is kept; null where it is not, or is damaged, and then it is kept no longer. */
async function findKept(url: string): Promise<Response | null> {
  const cache = await caches.open(CACHE);
  const found = await cache.match(url);
  if (!found || (await isOfVersion(found, digests.get(url)))) return found ?? null;
  await cache.delete(url);
  return null;
}

/** A file of this version that is not kept, or no longer, and is from now on. What the host has instead is not. */
async function fetchAndKeep(url: string): Promise<Response> {
  const response = await fetch(url, { cache: 'no-cache' });
  const cache = await caches.open(CACHE);
  if (await isOfVersion(response, digests.get(url))) await cache.put(url, response.clone());
  return response;
}

/** A document, whole: what counts is how long the host says nothing, not how long it takes. */
async function fetchDocument(request: Request): Promise<Response> {
  const controller = new AbortController();
  const wait = () => setTimeout(() => controller.abort(), SILENCE);
  let timer = wait();
  try {
    const response = await fetch(request, { signal: controller.signal });
    // Redirects have none that can be read.
    const reader = response.body?.getReader();
    if (!reader) return response;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      clearTimeout(timer);
      timer = wait();
      pieces.push(step.value);
    }
    const { status, statusText, headers } = response;
    return new Response(new Blob(pieces), { status, statusText, headers });
  } finally {
    clearTimeout(timer);
  }
}

/** The document from the host; the kept one where that says nothing, or says that it cannot. */
async function open(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(CACHE);
  const tie = () => cache.put(getMark(event.resultingClientId), new Response(''));
  const openKept = async (): Promise<Response | null> => {
    const document = await findKept(documentAddress);
    if (document) await tie();
    return document;
  };
  try {
    const response = await fetchDocument(event.request);
    if (response.status >= 500) return (await openKept()) ?? response;
    if (await isOfVersion(response, documentDigest)) await tie();
    return response;
  } catch (error) {
    const document = await openKept();
    if (document) return document;
    throw error;
  }
}

async function answer(event: FetchEvent): Promise<Response> {
  const name = await findCacheName(event.clientId);
  if (name === null) return fetch(event.request);
  const [url = event.request.url] = event.request.url.split(/[?#]/);
  const cache = await caches.open(name);
  // Digests of the version before are not known any more; its pages are about to go.
  const found = name === CACHE ? await findKept(url) : await cache.match(url);
  if (event.request.destination === 'worker') await cache.put(getMark(event.resultingClientId), new Response(''));
  if (found) return found;
  return name === CACHE && digests.has(url) ? fetchAndKeep(url) : fetch(event.request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(deleteOldCaches()));
worker.addEventListener('message', (event) => event.waitUntil(keepUsed((event.data as Message).used)));
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const [path = url] = url.split(/[?#]/);
  if (mode === 'navigate') {
    if (documents.includes(path)) event.respondWith(open(event));
  } else if (
    path.startsWith(scope) &&
    (digests.has(path) || path.startsWith(resolve('assets/')) || path.startsWith(resolve('data/')))
  ) {
    event.respondWith(answer(event));
  }
});
