/** Serves the built product once for all browser tests, as `npm start` does, on a free port of this machine. */
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../tools/dev/chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
    browser: string;
  }
}

export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1', open: false } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  project.provide('url', `http://127.0.0.1:${address.port}/`);
  project.provide('browser', findChromium());
  return () => server.close();
}
