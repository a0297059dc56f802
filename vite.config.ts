import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { paletteCss } from './src/core/palette.ts';
import { HEADERS } from './tools/headers.ts';
import { hosting } from './tools/hosting.ts';

/** `import 'virtual:palette.css'` gives the custom properties of `src/core/palette.ts`. */
function palette(): Plugin {
  const id = 'virtual:palette.css';
  return {
    name: 'palette',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? paletteCss() : undefined),
  };
}

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: '../static',
  plugins: [palette(), svelte(), hosting(process.env['ATLAS_TO'] ?? 'static/data')],
  build: {
    outDir: resolve(process.env['ATLAS_DIST'] ?? 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: { input: { index: 'src/index.html' } },
  },
  server: { port: 4173 },
  preview: { port: 4173, headers: HEADERS },
});
