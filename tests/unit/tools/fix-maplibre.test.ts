import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changeMapLibre } from '../../../tools/build/fix-maplibre.ts';

const changed = changeMapLibre(readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.mjs', 'utf8'));

it('holds the direction in which today’s MapLibre draws the signs of labels', () => {
  expect(changed).toMatch(/(\w+)\.textAlign=`left`,\1\.direction=`ltr`,/);
});

it('writes the scale bar of today’s MapLibre in the digits of the page, and has no words of controls that no map has', () => {
  expect(changed).toMatch(/=`\\u2068\$\{\w+\.toLocaleString\(document\.documentElement\.lang,/);
  expect(changed).toMatch(/if\(!\w+\|\|!\w+\)return;let [^;]*;\w+>=1e3\?\w+\([^;]*ScaleControl\.Meters`\)\)\}/);
  expect(changed).not.toMatch(/"(?:Popup\.Close|ScaleControl\.Miles)":/);
  expect(changed).toContain('"ScaleControl.Kilometers":');
});

it('draws no sky, which would be painted over all of each frame, and bends a globe at cells that are twice as wide', () => {
  expect(changed).not.toMatch(/drawFunctions\.(?:sky|atmosphere)\(/);
  expect(changed).toMatch(/fill:new (\w+)\(64,2\),line:new \1\(256,0\),tile:new \1\(64,16\),stencil:new \1\(64,1\),circle:3/);
});

it('has no programs of the graphics for layers that no map of ours has', () => {
  for (const name of ['hillshade', 'heatmap', 'fillExtrusion', 'terrain', 'atmosphere']) {
    expect(changed).toMatch(new RegExp(`\\b${name}:\\w+\\(\`\`,\`\`\\)`));
  }
  expect(changed).toMatch(/\bcircle:\w+\(\w+,\w+\)/);
});

it('fails where MapLibre has changed, so that nobody ships brackets that are turned round', () => {
  expect(() => changeMapLibre('const map = 1;')).toThrow('maplibre-gl');
});
