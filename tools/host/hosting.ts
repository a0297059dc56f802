import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { CONTENT_POLICY, writeHeadersFile } from './headers.ts';
import { DATA } from '../build/site.ts';

/**
 * Prepares the build for hosts: the content policy in the pages for hosts that set no headers (GitHub Pages) and, with the app,
 * the file `_headers` and the dataset of another atlas where one was built elsewhere. `tools/build/finish.ts` does the rest.
 */
export function hosting(mode: string): Plugin {
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
      if (mode !== 'embed') this.emitFile({ type: 'asset', fileName: '_headers', source: writeHeadersFile() });
    },
    closeBundle() {
      // What stands in `static` is copied anyhow.
      if (mode === 'embed' || DATA === 'static/data') return;
      if (!existsSync(join(DATA, 'manifest.json'))) {
        throw new Error(`There is no dataset in ${DATA}: run "npm run data" with the same ATLAS_TO first.`);
      }
      rmSync(join(outDir, 'data'), { recursive: true, force: true });
      cpSync(DATA, join(outDir, 'data'), { recursive: true });
    },
  };
}
