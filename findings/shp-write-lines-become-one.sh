#!/usr/bin/env bash
# Expected: three line features give three records with three names, as three polygons do.
# Happens: all lines of the collection become the parts of one polyline; the table still has three
#   rows, of which the reader joins the first.
# Matters: a downloaded Shapefile shows one line, and lengths, names and operators of all others are
#   lost.
# Source: https://github.com/mapbox/shp-write/issues/117
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/shp-write@0.4.3 shpjs@6.2.0
for name in @mapbox/shp-write shpjs; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import shpwrite from '@mapbox/shp-write';
import shp from 'shpjs';

const lines = ['A', 'B', 'C'].map((name, i) => ({ type: 'Feature', properties: { name }, geometry: { type: 'LineString', coordinates: [[i, 0], [i, 1]] } }));
const zip = await shpwrite.zip({ type: 'FeatureCollection', features: lines }, { outputType: 'nodebuffer', compression: 'STORE' });
const { features } = await shp(zip);
console.log(features.length, 'record:', features[0].properties, features[0].geometry.type, features[0].geometry.coordinates.length, 'parts');
assert.equal(features.length, 1);
assert.equal(features[0].properties.name, 'A');
assert.equal(features[0].geometry.coordinates.length, 3);
JS
node probe.mjs
