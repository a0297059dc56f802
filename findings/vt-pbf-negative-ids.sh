#!/usr/bin/env bash
# Expected: ids that the format cannot hold (it has unsigned ones) are left out, as texts are.
# Happens: a negative number is written as its complement of 64 bits and read back as a float, which
#   cannot tell neighbours apart.
# Matters: editors of OpenStreetMap number new objects -1, -2, …; in a preview, hovering one lights
#   up all.
# Source: https://wiki.openstreetmap.org/wiki/JOSM_file_format;
#   https://github.com/mapbox/vector-tile-spec/tree/master/2.1#42-features
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps vt-pbf@3.1.3 geojson-vt@5.0.3 @mapbox/vector-tile@3.0.0 pbf@5.1.2
for name in vt-pbf geojson-vt @mapbox/vector-tile pbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import vtpbf from 'vt-pbf';
import GeoJSONVT from 'geojson-vt';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const ids = [-3, -4, 7];
const features = ids.map((id) => ({ type: 'Feature', id, properties: {}, geometry: { type: 'Point', coordinates: [id, 0] } }));
const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, {}).getTile(0, 0, 0);
const layer = new VectorTile(new PbfReader(vtpbf.fromGeojsonVt({ a: tile }))).layers.a;
const seen = ids.map((_, i) => layer.feature(i).id);
console.log(seen);
assert.ok(seen[0] > 1e19 && seen[0] === seen[1]);
assert.equal(seen[2], 7);
JS
node probe.mjs
