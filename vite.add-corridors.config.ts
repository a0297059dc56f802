/** Builds `dist/add-corridors.js`, one file under a name that stays; MapLibre is the host's. Runs after the build of the pages. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src',
  publicDir: false,
  build: {
    outDir: '../dist',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'entries/add-corridors.ts', formats: ['es'], fileName: () => 'add-corridors.js' },
    rollupOptions: { external: ['maplibre-gl'] },
  },
});
