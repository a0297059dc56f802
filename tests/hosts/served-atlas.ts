import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { HEADERS } from '../../tools/host/headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
/** What a build without `SITE_URL` takes for its address. */
const BUILT = 'http://localhost:4173/';

export interface ServedAtlas {
  /** With a slash at its end. */
  url: string;
  close(): void;
}

/** Serves the built product on a port of its own, as if it had been built for that address. */
export async function serveAtlas(): Promise<ServedAtlas> {
  let url = '';
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname).slice(1) || 'index.html';
    const file = join('dist', path);
    if (path.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const content = readFileSync(file);
    response.writeHead(200, { ...HEADERS, 'Content-Type': /text|json/.test(type) ? `${type}; charset=utf-8` : type });
    response.end(/\.(html|json)$/.test(path) ? content.toString().replaceAll(BUILT, url) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  return { url, close: () => server.close() };
}
