import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { paletteCss } from './src/core/palette.ts';
import { PROVIDERS } from './src/core/providers.ts';

/** `import 'virtual:palette.css'` gives the custom properties of `src/core/palette.ts`. */
function palette(): Plugin {
  const id = 'virtual:palette.css';
  return {
    name: 'palette',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? paletteCss() : undefined),
  };
}

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The online base map, which is off until a reader switches it on.
  `connect-src 'self' ${PROVIDERS.map(({ tiles }) => new URL(tiles).origin).join(' ')}`,
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: '../static',
  plugins: [palette(), svelte()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    rollupOptions: { input: { index: 'src/index.html', pages: 'src/pages/pages.css' } },
  },
  server: { port: 4173 },
  preview: { port: 4173, headers: { 'Content-Security-Policy': csp, 'Access-Control-Allow-Origin': '*' } },
});
