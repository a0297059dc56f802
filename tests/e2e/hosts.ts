/** Pages of others: a second server on a port of its own, which is another origin. */
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

export interface Host {
  /** Address with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves `static/examples`, and the given pages by their paths, with further headers. */
export async function serveHost(pages: Record<string, string>, headers: Record<string, string> = {}): Promise<Host> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname).slice(1);
    const file = join('static/examples', path);
    const body = pages[path] ?? (existsSync(file) ? readFileSync(file) : null);
    response.writeHead(body === null ? 404 : 200, {
      'Content-Type': `${TYPES[extname(path)] ?? 'text/html'}; charset=utf-8`,
      ...headers,
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Browsers open connections ahead of what they ask for: Node waits for the first request of each for minutes.
        server.closeAllConnections();
      }),
  };
}

/** Addresses of pages of others: the servers of this machine. */
export const HOSTS = /^http:\/\/127\.0\.0\.1:\d+\//;
