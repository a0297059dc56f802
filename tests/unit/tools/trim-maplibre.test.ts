import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trimRules } from '../../../tools/build/trim-maplibre.ts';

it('leaves out the rules of parts that no map of ours has, and no others', () => {
  const css =
    '.maplibregl-map{font:12px a}.maplibregl-popup,.maplibregl-popup-tip{a:b}.maplibregl-map,.maplibregl-popup{c:d}' +
    '.maplibregl-ctrl-icon{background:url("data:,}{")}@media (x){.maplibregl-marker{e:f}}@media (y){.maplibregl-canvas{g:h}}' +
    '@keyframes maplibregl-user-location-dot-pulse{0%{i:j}}@keyframes other{0%{k:l}}';
  expect(trimRules(css)).toBe(
    '.maplibregl-map{font:12px a}.maplibregl-map,.maplibregl-popup{c:d}.maplibregl-ctrl-icon{background:url("data:,}{")}' +
      '@media (y){.maplibregl-canvas{g:h}}@keyframes other{0%{k:l}}',
  );
});

it('keeps what an embed shows of today’s style sheet', () => {
  const css = trimRules(readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.css', 'utf8'));
  for (const part of ['canvas', 'ctrl-zoom-in', 'ctrl-compass', 'ctrl-fullscreen', 'ctrl-scale', 'cooperative-gesture-screen']) {
    expect(css).toContain(`.maplibregl-${part}`);
  }
  expect(css.length).toBeLessThan(20_000);
});
