import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { holdDirection } from '../../../tools/build/fix-maplibre.ts';

it('holds the direction in which today’s MapLibre draws the signs of labels', () => {
  expect(holdDirection(readFileSync('node_modules/maplibre-gl/dist/maplibre-gl.mjs', 'utf8'))).toMatch(
    /(\w+)\.textAlign=`left`,\1\.direction=`ltr`,/,
  );
});

it('fails where MapLibre has changed, so that nobody ships brackets that are turned round', () => {
  expect(() => holdDirection('const map = 1;')).toThrow('maplibre-gl');
});
