/** Builds the program of stories in frames as one file, as a reader waits for each. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: false,
  build: {
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: { 'frame-story': 'src/entries/stories/frame.ts' },
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
