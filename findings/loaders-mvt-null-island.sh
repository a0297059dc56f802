#!/usr/bin/env bash
# Expected: GeoJSON has longitude and latitude; Baku is at 49.8°, 40.4°.
# Happens: unless coordinates "wgs84" and the tile's index are given, positions are parts of the
#   tile, from 0 to 1, counted from its top.
# Matters: the features are valid and measure a few kilometres each; tile beside tile, they lie upon
#   each other in the Gulf of Guinea.
# Source: https://loaders.gl/docs/modules/mvt/api-reference/mvt-loader (mvt.coordinates)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @loaders.gl/core@4.5.4 @loaders.gl/mvt@4.5.2 vt-pbf@3.1.3 geojson-vt@5.0.3
for name in @loaders.gl/core @loaders.gl/mvt vt-pbf geojson-vt; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { parseSync } from '@loaders.gl/core';
import { MVTLoader } from '@loaders.gl/mvt';
import vtpbf from 'vt-pbf';
import GeoJSONVT from 'geojson-vt';

const baku = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [49.8, 40.4] } };
const bytes = new Uint8Array(vtpbf.fromGeojsonVt({ ports: new GeoJSONVT(baku, {}).getTile(3, 5, 3) }));
const read = (options) => parseSync(bytes.buffer, MVTLoader, { mvt: { shape: 'geojson', ...options } })[0].geometry.coordinates;
const [plain, right] = [read({}), read({ coordinates: 'wgs84', tileIndex: { x: 5, y: 3, z: 3 } })];
console.log('default:', plain, 'wgs84:', right);
assert.ok(plain.every((value) => value >= 0 && value <= 1));
assert.ok(Math.abs(right[0] - 49.8) < 0.01 && Math.abs(right[1] - 40.4) < 0.01);
JS
node probe.mjs
