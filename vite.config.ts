import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { LINE_COLOURS, PALETTES, paletteCss } from './src/core/palette.ts';
import { pictureCss } from './src/svg/markup.ts';
import { PROVIDERS } from './src/core/providers.ts';

/**
 * Style sheets made of `src/core/palette.ts`: `virtual:palette.css` has its custom properties, `virtual:picture.css` the rules by which
 * inlined pictures and the lines of a legend follow the theme.
 */
function palette(): Plugin {
  const legend = () => LINE_COLOURS.map((name) => `.legend .s-line-${name}{stroke:var(--line-${name})}`).join('');
  const sheets: Record<string, () => string> = {
    'virtual:palette.css': paletteCss,
    'virtual:picture.css': () => pictureCss(PALETTES.light) + legend(),
  };
  return {
    name: 'palette',
    resolveId: (source) => (source in sheets ? `\0${source}` : undefined),
    load: (resolved) => (resolved.startsWith('\0virtual:') ? sheets[resolved.slice(1)]?.() : undefined),
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
  // The preview of an embed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const APP: Record<string, string> = { index: 'src/index.html' };
const EMBED: Record<string, string> = { embed: 'src/embed.html', 'corridor-map': 'src/entries/element.ts' };

/**
 * The app, or in mode `embed` the embed page and the element: built apart, as what they share would else become so many small files
 * that a reader of an embed would wait for.
 */
export default defineConfig(({ mode }) => ({
  root: 'src',
  base: './',
  publicDir: mode === 'embed' ? false : '../static',
  plugins: [palette(), svelte()],
  build: {
    outDir: '../dist',
    emptyOutDir: mode !== 'embed',
    target: 'es2022',
    rollupOptions: {
      input: mode === 'embed' ? EMBED : APP,
      output: {
        // Pages of others name the element's file: it keeps its name for ever.
        entryFileNames: ({ name }) => (name === 'corridor-map' ? 'corridor-map.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { port: 4173 },
  preview: { port: 4173, headers: { 'Content-Security-Policy': csp, 'Access-Control-Allow-Origin': '*' } },
}));
