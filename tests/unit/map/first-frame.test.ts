import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { resumeRendering, suppressRendering } from '../../../src/map/first-frame.ts';

it('hides the method that draws a frame, and gives it back with a frame asked for', () => {
  const drawn: string[] = [];
  class Painter {
    render(): void {
      drawn.push('frame');
    }
  }
  const painter = new Painter();
  const map = { painter, triggerRepaint: () => painter.render() } as unknown as MapLibreMap;
  suppressRendering(map);
  painter.render();
  expect(drawn).toEqual([]);
  resumeRendering(map);
  expect(drawn).toEqual(['frame']);
});

it('finds that method where MapLibre calls it, once a frame: look at first-frame.ts again where a new version does not', () => {
  const dist = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
  const program = readFileSync(join(dist, 'maplibre-gl-dev.mjs'), 'utf8');
  expect(program.split('this.painter.render(')).toHaveLength(2);
  expect(program).toMatch(/class Painter \{[\s\S]*?\n\s+render\(style, /);
});
