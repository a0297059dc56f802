/** Builds `add-corridors.js`, one file under a name that stays; MapLibre is the host's. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src',
  publicDir: false,
  build: {
    target: 'es2022',
    lib: { entry: 'entries/add-corridors.ts', formats: ['es'], fileName: () => 'add-corridors.js' },
    rollupOptions: { external: ['maplibre-gl'] },
  },
});
