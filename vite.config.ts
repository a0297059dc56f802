import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src',
  base: './',
  publicDir: '../static',
  plugins: [svelte()],
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022', rollupOptions: { input: { index: 'src/index.html' } } },
  server: { port: 4173 },
  preview: { port: 4173 },
});
