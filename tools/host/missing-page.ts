import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { MISSING_PATH } from '../../src/core/url/paths.ts';
import { HEADERS } from './headers.ts';

/** Lets the preview server answer as hosts of static files do where an address leads to nothing. */
export function missingPage(): Plugin {
  let outDir = '';
  return {
    name: 'missing-page',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configurePreviewServer:
      ({ middlewares }) =>
      // Called when all else has been tried but pages, whose addresses are complete by then.
      () => {
        middlewares.use(({ url = '' }, response, next) => {
          const page = join(outDir, MISSING_PATH);
          const isThere = url.endsWith('.html') && existsSync(join(outDir, url));
          if (isThere || !existsSync(page)) return next();
          for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
          response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(readFileSync(page));
        });
      },
  };
}
