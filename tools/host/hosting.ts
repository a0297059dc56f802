import type { Plugin } from 'vite';
import { CONTENT_POLICY, writeHeadersFile } from './headers.ts';

/**
 * Prepares the build for hosts: the content policy in the pages for hosts that set no headers (GitHub Pages) and, with the app,
 * the file `_headers`. `tools/build/finish.ts` does the rest.
 */
export function hosting(mode: string): Plugin {
  return {
    name: 'hosting',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      if (mode !== 'embed') this.emitFile({ type: 'asset', fileName: '_headers', source: writeHeadersFile() });
    },
  };
}
