import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { writePaletteCss, PALETTES } from './src/core/style/palette.ts';
import { writePictureCss } from './src/svg/paint.ts';
import { showFirstPage } from './tools/build/first-page.ts';
import { HEADERS } from './tools/host/headers.ts';
import { hosting } from './tools/host/hosting.ts';
import { missingPage } from './tools/host/missing-page.ts';
import { leanMapLibre } from './tools/build/lean-maplibre.ts';
import { trimMapLibre } from './tools/build/trim-maplibre.ts';
import { DIST } from './tools/build/site.ts';

/** `import 'virtual:palette.css'` gives the custom properties of `src/core/style/palette.ts`, and inlined pictures their colours. */
function palette(): Plugin {
  const id = 'virtual:palette.css';
  return {
    name: 'palette',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? writePaletteCss() + writePictureCss(PALETTES.light) : undefined),
  };
}

const APP: Record<string, string> = {
  index: 'src/index.html',
  pages: 'src/pages/styles/pages.css',
  stories: 'src/pages/styles/stories.css',
};
const EMBED: Record<string, string> = {
  embed: 'src/embed.html',
  'corridor-map': 'src/entries/element.ts',
  framed: 'src/entries/framed.ts',
  story: 'src/entries/stories/page.ts',
};

/** What the first script of an embed is made of. */
const FIRST =
  /src\/core\/(geo\/(camera|projection)|embed\/(embed-url|protocol)|dataset\/enums|url\/(url|view|paths))\.ts|src\/embed\/(shape|state|host\/(bridge|wordpress))\.ts|preload-helper/;

/** Libraries of formats that few files have: large, fetched when such a file comes, and not kept for offline use. */
const RARE = /node_modules\/(?:fit-file-parser|buffer|flatgeobuf|flatbuffers|@bokuweb|shpjs|proj4|parsedbf|osm2geojson-lite)\//;
const nameChunk = ({ moduleIds }: { moduleIds: readonly string[] }): string =>
  moduleIds.some((id) => RARE.test(id)) ? 'assets/rare-[name]-[hash].js' : 'assets/[name]-[hash].js';

/**
 * The app, or in mode `embed` the embed page and the element: built apart, as what they share would else become so many small files
 * that a reader of an embed would wait for. No data are in it: `tools/build/programs.ts` says where it goes, `bundle.ts` what is added.
 */
export default defineConfig(({ mode, isPreview }) => {
  const maplibre = leanMapLibre();
  return {
    root: 'src',
    base: './',
    // No page stands in for an address that leads to nothing.
    appType: 'mpa',
    publicDir: mode === 'embed' ? false : '../static',
    plugins: [
      palette(),
      svelte({ configFile: false }),
      hosting(mode),
      missingPage(),
      maplibre.plugin,
      mode === 'embed' ? trimMapLibre() : showFirstPage(),
    ],
    build: {
      ...(isPreview && { outDir: resolve(DIST) }),
      target: 'es2022',
      rollupOptions: {
        input: mode === 'embed' ? EMBED : APP,
        output: {
          codeSplitting: {
            groups: [
              // Of what the map needs the search for paths needs this as well, without any map.
              { name: 'queue', test: /node_modules\/tinyqueue\//, priority: 3 },
              { name: 'maplibre-base', test: maplibre.isShared, priority: 2 },
              { name: 'maplibre', test: maplibre.isOfPage, priority: 1 },
              // What the first script of an embed needs is one file: a reader waits for each.
              ...(mode === 'embed' ? [{ name: 'embed-base', test: FIRST }] : []),
            ],
          },
          chunkFileNames: nameChunk,
          // Pages of others name the element's file: it keeps its name for ever.
          entryFileNames: ({ name }) => (name === 'corridor-map' ? 'corridor-map.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    worker: { format: 'es', rollupOptions: { output: { chunkFileNames: nameChunk } } },
    server: { port: 4173 },
    // Else Vite names the origin that asks in its 304s, and a browser refuses what it has kept to frames of any other.
    preview: { port: 4173, headers: HEADERS, cors: false },
  };
});
