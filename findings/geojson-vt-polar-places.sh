#!/usr/bin/env bash
# Expected: a station at 89° north is outside the square of Web Mercator, so it is in no tile.
# Happens: its row is clamped to 0, and it is drawn at 85.05° north, 440 km away, without a word.
# Matters: polar stations and tracks of ships and satellites appear at one false latitude; counts at
#   the edge are too high.
# Source: https://github.com/mapbox/geojson-vt
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geojson-vt@5.0.3
for name in geojson-vt; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import GeoJSONVT from 'geojson-vt';

const at = (lat) => new GeoJSONVT({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, lat] } }, {}).getTile(0, 0, 0).features[0].geometry;
const seen = [85.06, 87, 89.9].map((lat) => at(lat)[0]);
console.log('column and row at 85.06, 87 and 89.9 degrees:', seen);
assert.deepEqual(seen, [[2048, 0], [2048, 0], [2048, 0]]);
JS
node probe.mjs
