#!/usr/bin/env bash
# Expected: the text 2024-03-01T00:00:00.000Z, and a property that is null.
# Happens: anything that is not a text, number or boolean goes through JSON, so the text starts and
#   ends with a quotation mark; null vanishes.
# Matters: new Date(value) is invalid, and filters that compare texts never match; "has" filters see
#   no key where there was one.
# Source: https://github.com/mapbox/vector-tile-spec/tree/master/2.1#44-feature-attributes
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

const properties = { opened: new Date('2024-03-01'), closed: null };
const point = { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [50, 40] } };
const tile = new GeoJSONVT(point, {}).getTile(0, 0, 0);
const seen = new VectorTile(new PbfReader(vtpbf.fromGeojsonVt({ a: tile }))).layers.a.feature(0).properties;
console.log(seen);
assert.deepEqual({ ...seen }, { opened: '"2024-03-01T00:00:00.000Z"' });
assert.ok(Number.isNaN(new Date(seen.opened).getTime()));
JS
node probe.mjs
