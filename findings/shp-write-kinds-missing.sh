#!/usr/bin/env bash
# Expected: the format has MultiPoint; a collection is split or refused.
# Happens: only points, lines and areas are picked from the features; the rest is not written.
# Matters: stops of a line, kept as one MultiPoint, are missing in the download, and the count is
#   checked by nobody.
# Source: https://github.com/mapbox/shp-write#readme; ESRI Shapefile Technical Description, 1998
#   (type 8)
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

const feature = (name, geometry) => ({ type: 'Feature', properties: { name }, geometry });
const point = { type: 'Point', coordinates: [1, 2] };
const features = [feature('one', point), feature('several', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }), feature('mixed', { type: 'GeometryCollection', geometries: [point] })];
const zip = await shpwrite.zip({ type: 'FeatureCollection', features }, { outputType: 'nodebuffer', compression: 'STORE' });
const names = (await shp(zip)).features.map(({ properties }) => properties.name);
console.log(features.length, 'given,', names, 'written');
assert.deepEqual(names, ['one']);
JS
node probe.mjs
