#!/usr/bin/env bash
# Expected: no value outside, and the value of the cell inside.
# Happens: cells outside are filled with 0 unless a fillValue is given; the edges of a small box
#   round to the same cell border.
# Matters: for an elevation model 0 is sea level: profiles beyond its edge drop to the sea, and
#   heights of single points are missing.
# Source: https://geotiffjs.github.io/geotiff.js/ (readRasters, fillValue)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geotiff@3.0.5
for name in geotiff; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { fromArrayBuffer, writeArrayBuffer } from 'geotiff';

// 10 × 10 cells of 1°, all 700 m high, from 40° E, 50° N down to 50° E, 40° N.
const picture = await writeArrayBuffer(new Float32Array(100).fill(700), { height: 10, width: 10, ModelPixelScale: [1, 1, 0], ModelTiepoint: [0, 0, 0, 40, 50, 0], GeographicTypeGeoKey: 4326, GTModelTypeGeoKey: 2 });
const tiff = await fromArrayBuffer(picture);
const read = async (bbox) => [...(await tiff.readRasters({ bbox }))[0]];
const seen = { inside: await read([44, 44, 45, 45]), outside: await read([60, 44, 61, 45]), small: await read([44.1, 44.1, 44.4, 44.4]) };
console.log(seen);
assert.deepEqual(seen, { inside: [700], outside: [0], small: [] });
JS
node probe.mjs
