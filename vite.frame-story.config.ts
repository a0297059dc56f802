/** Builds the program of stories in frames as one file, as a reader waits for each. Runs after the build of the pages. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { DIST } from './tools/build/site.ts';

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: false,
  build: {
    outDir: resolve(DIST),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: { 'frame-story': 'src/entries/stories/frame.ts' },
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
