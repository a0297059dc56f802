import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changeMapLibre, emptyFile } from '../../../tools/build/lean-maplibre.ts';

const change = (file: string, folder = 'maplibre-gl/src/') =>
  changeMapLibre(file, readFileSync(`node_modules/${folder}${file}`, 'utf8'));

it('holds the direction in which today’s MapLibre draws the signs of labels', () => {
  expect(change('@mapbox/tiny-sdf/index.js', '')).toContain("ctx.textAlign = 'left'; ctx.direction = 'ltr';");
});

it('writes the scale bar of today’s MapLibre in the digits of the page, and has no words of controls that no map has', () => {
  const scale = change('ui/control/scale_control.ts');
  expect(scale).toContain('`\\u2068${distance.toLocaleString(document.documentElement.lang,');
  expect(scale).toContain('}${unit}\\u2069`');
  expect(scale).toMatch(/distanceTo\(right\);\s*if \(maxMeters >= 1000\) \{/);
  const words = change('ui/default_locale.ts');
  expect(words).not.toMatch(/Popup\.Close|ScaleControl\.Miles/);
  expect(words).toContain("'ScaleControl.Kilometers':");
});

it('draws no sky, which would be painted over all of each frame, and bends a globe at cells that are twice as wide', () => {
  expect(change('render/painter.ts')).not.toMatch(/drawFunctions\.(?:sky|atmosphere)\(/);
  const globe = change('geo/projection/vertical_perspective_projection.ts');
  expect(
    [...globe.matchAll(/(\w+): new SubdivisionGranularityExpression\((.*)\)/g)].map(([, kind, cells]) => [kind, cells]),
  ).toEqual([
    ['fill', '64, 2'],
    ['line', '256, 0'],
    ['tile', '64, 16'],
    ['stencil', '64, 1'],
  ]);
});

it('has no programs of the graphics for layers that no map of ours has', () => {
  const programs = change('shaders/shaders.ts');
  for (const name of ['hillshade', 'heatmap', 'fillExtrusion', 'terrain', 'atmosphere']) {
    expect(programs).toContain(`${name}: prepare('', '')`);
  }
  expect(programs).toContain('circle: prepare(circleFrag, circleVert)');
});

it('leaves of a file that no map needs the names, so that those who import it still can', () => {
  expect(emptyFile('export class A {}\nfunction b() {}\nexport function c() {}\nexport {\n    b,\n    d\n};\n')).toBe(
    ['A', 'c', 'b', 'd'].map((name) => `export function ${name}() {}`).join('\n'),
  );
});

it('fails where MapLibre has changed, so that nobody ships brackets that are turned round', () => {
  expect(() => changeMapLibre('render/painter.ts', 'const map = 1;')).toThrow('maplibre-gl');
});
