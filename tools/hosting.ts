import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CONTENT_POLICY, headersFile } from './headers.ts';
import { packFiles } from './pack.ts';
import { writeServiceWorker } from './service-worker.ts';

/**
 * Prepares the build for hosts: the file `_headers`, the content policy in the pages for hosts that set no headers (GitHub
 * Pages), the service worker, packed copies, and the dataset of another atlas where one was built elsewhere.
 *
 * @param data folder of the dataset; `static/data`, which is copied anyhow, unless `ATLAS_TO` says otherwise
 */
export function hosting(data: string): Plugin {
  let outDir = '';
  return {
    name: 'hosting',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (data !== 'static/data') {
          if (!existsSync(join(data, 'manifest.json'))) {
            throw new Error(`There is no dataset in ${data}: run "npm run data" with the same ATLAS_TO first.`);
          }
          rmSync(join(outDir, 'data'), { recursive: true, force: true });
          cpSync(data, join(outDir, 'data'), { recursive: true });
        }
        await writeServiceWorker(outDir);
        packFiles(outDir);
      },
    },
  };
}
