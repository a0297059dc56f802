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

/** A file with what its server calls this version of it, where it says so to other sites. */
export type TaggedSource = Source & { etag: string | null };

/** Throws `bad-address`, `address-…` or `too-large`. */
export async function fetchFile(address: string, options: FetchFileOptions): Promise<Source> {
  return (await fetchIfChanged(address, null, options))!;
}

/**
 * A file that was fetched before, where it has changed since. The browser keeps no copy of it.
 *
 * @param etag of the version before
 * @returns null where that is still the newest
 * Throws as `fetchFile`.
 */
export async function fetchIfChanged(
  address: string,
  etag: string | null,
  { fetch, page, wasBlocked, signal }: FetchFileOptions,
): Promise<TaggedSource | null> {
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
      ...(etag !== null && { headers: { 'If-None-Match': etag } }),
    });
    if (answer.status === 304) return null;
    if (!answer.ok) throw refuse('address-status', { status: answer.status });
    return { name: getName(url), bytes: await readLimited(answer, silence), etag: answer.headers.get('etag') };
  } catch (error) {
    if (error instanceof ImportError || signal.aborted) throw error;
    if (silence.signal.aborted) throw refuse('address-late', { seconds: SECONDS }, error);
    throw refuse((await wasBlocked(url.href)) ? 'address-blocked' : 'address-failed', {}, error);
  } finally {
    silence.stop();
  }
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
