#!/usr/bin/env bash
# Expected: one zoom, that of the map that will show it.
# Happens: geo-viewport counts in tiles of 256 pixels and whole zooms, math.gl as MapLibre does, in
#   tiles of 512.
# Matters: a view computed for a static picture cuts the ends off in a MapLibre map, one level too
#   near.
# Source: https://github.com/mapbox/geo-viewport (tileSize);
#   https://maplibre.org/maplibre-style-spec/sources/ (tileSize)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/geo-viewport@0.5.0 @math.gl/web-mercator@4.1.0
for name in @mapbox/geo-viewport @math.gl/web-mercator; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import geoViewport from '@mapbox/geo-viewport';
import { fitBounds } from '@math.gl/web-mercator';

const box = [44, 39, 50, 42];
const seen = {
  'geo-viewport': geoViewport.viewport(box, [640, 400]).zoom,
  'geo-viewport 512': geoViewport.viewport(box, [640, 400], 0, 20, 512, true).zoom,
  'math.gl': fitBounds({ width: 640, height: 400, bounds: [[44, 39], [50, 42]] }).zoom,
};
console.log(seen);
assert.equal(seen['geo-viewport'], 7);
assert.ok(Math.abs(seen['geo-viewport 512'] - 6.155) < 0.001);
assert.ok(Math.abs(seen['math.gl'] - 6.155) < 0.001);
JS
node probe.mjs
