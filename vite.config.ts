import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { paletteCss, PALETTES } from './src/core/palette.ts';
import { PROVIDERS } from './src/core/providers.ts';
import { pictureCss } from './src/svg/markup.ts';
import { firstPagePlugin } from './tools/first-page.ts';

/** `import 'virtual:palette.css'` gives the custom properties of `src/core/palette.ts`, and inlined pictures their colours. */
function palette(): Plugin {
  const id = 'virtual:palette.css';
  return {
    name: 'palette',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? paletteCss() + pictureCss(PALETTES.light) : undefined),
  };
}

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The online base map, which is off until a reader switches it on.
  `connect-src 'self' ${PROVIDERS.map(({ tiles }) => new URL(tiles).origin).join(' ')}`,
  "img-src 'self' data: blob:",
  // In a sandboxed frame, which has no origin, MapLibre starts its worker from its text.
  "worker-src 'self' data:",
  "font-src 'self'",
  // The preview of an embed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const APP: Record<string, string> = { index: 'src/index.html', pages: 'src/pages/pages.css' };
const EMBED: Record<string, string> = { embed: 'src/embed.html', 'corridor-map': 'src/entries/element.ts' };

/**
 * The app, or in mode `embed` the embed page and the element: built apart, as what they share would else become so many small files
 * that a reader of an embed would wait for.
 */
export default defineConfig(({ mode }) => ({
  root: 'src',
  base: './',
  publicDir: mode === 'embed' ? false : '../static',
  plugins: mode === 'embed' ? [palette(), svelte()] : [palette(), svelte(), firstPagePlugin()],
  build: {
    outDir: '../dist',
    emptyOutDir: mode !== 'embed',
    target: 'es2022',
    rollupOptions: {
      input: mode === 'embed' ? EMBED : APP,
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl\// }] },
        // Pages of others name the element's file: it keeps its name for ever.
        entryFileNames: ({ name }) => (name === 'corridor-map' ? 'corridor-map.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { port: 4173 },
  preview: { port: 4173, headers: { 'Content-Security-Policy': csp, 'Access-Control-Allow-Origin': '*' } },
}));
