import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { resumeRendering, suppressRendering } from '../../../src/map/first-frame.ts';

/** A frame of a map that has no projection yet. */
const noFrame = [{}, {}, {}] as unknown as Parameters<MapLibreMap['painter']['render']>;

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
  map.painter.render(...noFrame);
  expect(drawn).toEqual([]);
  resumeRendering(map);
  expect(drawn).toEqual(['frame']);
});

it('has programs made meanwhile of what has come by then, each once', () => {
  const made: string[] = [];
  const layers = { 'a-line': { source: 'a' }, 'b-line': { source: 'b' } };
  const bucket = { programConfigurations: { get: (layer: string) => layer } };
  const createSource = (isThere: boolean) => ({
    used: true,
    loaded: () => isThere,
    getVisibleCoordinates: () => [0],
    getTile: () => ({ getBucket: () => bucket }),
  });
  const style = {
    _order: Object.keys(layers),
    _layers: Object.fromEntries(Object.entries(layers).map(([id, layer]) => [id, { id, type: 'line', ...layer }])),
    tileManagers: { a: createSource(true), b: createSource(false) },
  };
  const getProgram = ({ name, programConfiguration, isAhead }: Record<string, unknown>) =>
    made.push(`${String(name)} ${String(programConfiguration)} ${String(isAhead)}`);
  const map = {
    style,
    painter: { programCache: { getProgram }, context: { gl: { flush: () => undefined } } },
    getPaintProperty: () => undefined,
  } as unknown as MapLibreMap;
  suppressRendering(map);
  const draw = () =>
    map.painter.render(map.style, noFrame[1], { projectionShaderVariant: { name: 'globe' } } as (typeof noFrame)[2]);
  draw();
  draw();
  expect(made).toEqual(['background null true', 'clippingMask null true', 'line a-line true']);
  Object.assign(style.tileManagers, { b: createSource(true) });
  draw();
  expect(made.slice(3)).toEqual(['line b-line true']);
});

it('finds that method where MapLibre calls it, once a frame: look at first-frame.ts again where a new version does not', () => {
  const dist = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'dist');
  const program = readFileSync(join(dist, 'maplibre-gl-dev.mjs'), 'utf8');
  expect(program.split('this.painter.render(')).toHaveLength(2);
  expect(program).toMatch(/class Painter \{[\s\S]*?\n\s+render\(style, /);
});
