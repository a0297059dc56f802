import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HEADERS } from '../../../tools/host/headers.ts';
import { type Answer, countAnswers, type Sites, startServer } from '../browser.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const packed = new Map<string, Buffer>();

/** Serves the built pages with the data of a folder in place of theirs, packed. */
export async function serveWith(data: string): Promise<Sites> {
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(1) || 'index.html';
    const file = path.startsWith('data/') ? join(data, path.slice('data/'.length)) : join('dist', path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file) ?? gzipSync(readFileSync(file));
    packed.set(file, body);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Cache-Control': 'no-store', 'Content-Encoding': 'gzip' });
    answers.push({ at: Date.now(), bytes: body.length, isCopy: false });
    response.end(body);
  });
  return {
    url: await startServer(server),
    ...countAnswers(answers),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
