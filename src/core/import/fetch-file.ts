/** A file from an address that the reader gives: https only, with a limit of silence and size, and a reason when it fails. */
import { limitSilence, type Silence } from '../dataset/load/silence.ts';
import type { Source } from './convert.ts';
import { type ImportIssue, ImportError, formatShown } from './checks/issues.ts';
import { LIMITS, toMegabytes } from './checks/limits.ts';

/** How long nothing may come. */
const SECONDS = 30;

export interface FetchFileOptions {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Address of the page; files beside it are fetched by http as well. */
  page: string;
  /** True where the page's content policy stopped the request. */
  wasBlocked(url: string): Promise<boolean>;
  signal: AbortSignal;
}

/** What a server calls a version of a file, as the header that asks whether there is a newer one. */
export type FileVersion = { 'If-None-Match': string } | { 'If-Modified-Since': string };

/** A file with its version, where its server says so to other sites. */
export type VersionedSource = Source & { version: FileVersion | null };

/** Throws `bad-address`, `address-…` or `too-large`. */
export async function fetchFile(address: string, options: FetchFileOptions): Promise<Source> {
  return (await fetchIfChanged(address, null, options))!;
}

/**
 * A file that was fetched before, where it has changed since. The browser keeps no copy of it.
 *
 * @param version of the file as it was read before
 * @returns null where that is still the newest
 * Throws as `fetchFile`.
 */
export async function fetchIfChanged(
  address: string,
  version: FileVersion | null,
  { fetch, page, wasBlocked, signal }: FetchFileOptions,
): Promise<VersionedSource | null> {
  const url = parseAddress(address, page);
  const silence = limitSilence(SECONDS);
  const refuse = (code: ImportIssue['code'], params: ImportIssue['params'] = {}, cause?: unknown): ImportError =>
    new ImportError({ code, params: { host: url.host, ...params } }, cause);
  try {
    const answer = await fetch(url.href, {
      signal: AbortSignal.any([signal, silence.signal]),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(version !== null && { headers: version }),
    });
    if (answer.status === 304) return null;
    if (!answer.ok) throw refuse('address-status', { status: answer.status });
    return { name: getName(url), bytes: await readLimited(answer, silence), version: findVersion(answer.headers) };
  } catch (error) {
    if (error instanceof ImportError || signal.aborted) throw error;
    if (silence.signal.aborted) throw refuse('address-late', { seconds: SECONDS }, error);
    throw refuse((await wasBlocked(url.href)) ? 'address-blocked' : 'address-failed', {}, error);
  } finally {
    silence.stop();
  }
}

/** The tag is the more exact; the date can be read by other sites without a word of the server. */
function findVersion(headers: Headers): FileVersion | null {
  const tag = headers.get('etag');
  if (tag !== null) return { 'If-None-Match': tag };
  const date = headers.get('last-modified');
  return date === null ? null : { 'If-Modified-Since': date };
}

function parseAddress(address: string, page: string): URL {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  const isNear = url !== null && url.origin === new URL(page).origin && url.protocol === 'http:';
  if (url && (url.protocol === 'https:' || isNear)) return url;
  throw new ImportError({ code: 'bad-address', params: { found: formatShown(text) } });
}

function getName({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || host;
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

async function readLimited(answer: Response, { hear }: Silence): Promise<Uint8Array> {
  const tooLarge = new ImportError({ code: 'too-large', params: { most: toMegabytes(LIMITS.bytes) } });
  if (Number(answer.headers.get('content-length') ?? 0) > LIMITS.bytes) throw tooLarge;
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    hear();
    size += step.value.length;
    if (size > LIMITS.bytes) {
      await reader.cancel();
      throw tooLarge;
    }
    pieces.push(step.value);
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
