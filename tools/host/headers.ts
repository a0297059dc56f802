/**
 * What a host says with each file, in one place: the preview server and the file `_headers` of Netlify and Cloudflare are made
 * of this table, and a test holds nginx against it.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // What a reader asks for: a file of routes by its address, or the online base map. By itself the page asks nobody, and it goes
  // on working where a host allows 'self' only.
  "connect-src 'self' https:",
  "img-src 'self' data: blob:",
  // In a sandboxed frame, which has no origin, MapLibre starts its worker from its text.
  "worker-src 'self' data:",
  "font-src 'self'",
  // The preview of an embed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** With every file. Any page may frame the atlas and read its data, also from a sandbox, whose origin is `null`. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Pages that isolate themselves frame only what does so too.
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Files with a hash of their content in their name never change. */
export const HASHED = { folder: 'assets', cacheControl: 'public, max-age=31536000, immutable' };

/** All others, the data too, are asked for again each time, so that no page mixes two versions; a 304 costs a few bytes. */
export const OTHERS = { cacheControl: 'no-cache' };

/** The file `_headers`. Cloudflare joins what two rules say of one header, so `Cache-Control` stands in one rule only. */
export function writeHeadersFile(): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const rules = [rule('/*', HEADERS), rule(`/${HASHED.folder}/*`, { 'Cache-Control': HASHED.cacheControl })];
  return `${rules.join('\n\n')}\n`;
}
