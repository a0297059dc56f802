/** Builds `dist/add-corridors.js`, one file under a name that stays; MapLibre is the host's. Runs after the build of the pages. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { DIST } from './tools/build/site.ts';

export default defineConfig({
  root: 'src',
  publicDir: false,
  build: {
    outDir: resolve(DIST),
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'entries/add-corridors.ts', formats: ['es'], fileName: () => 'add-corridors.js' },
    rollupOptions: { external: ['maplibre-gl'] },
  },
});
