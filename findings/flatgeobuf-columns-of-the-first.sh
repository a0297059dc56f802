#!/usr/bin/env bash
# Expected: columns of all features, or an error where a value does not fit.
# Happens: electrified "partly" after true is written as false; km "n/a" after 504 becomes NaN;
#   "gauge", which only the second has, is gone.
# Matters: mixed columns are usual in collected transport data, and the file says something else
#   than its source.
# Source: https://github.com/flatgeobuf/flatgeobuf
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps flatgeobuf@4.5.0
for name in flatgeobuf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { serialize, deserialize } from 'flatgeobuf/lib/mjs/geojson.js';

const feature = (lon, properties) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, 40] } });
const features = [feature(49, { km: 504, electrified: true }), feature(50, { km: 'n/a', electrified: 'partly', gauge: 1520 })];
const seen = [];
for await (const { properties } of deserialize(serialize({ type: 'FeatureCollection', features }))) seen.push(properties);
console.log(seen);
const second = seen.find((row) => row.km !== 504);
assert.ok(Number.isNaN(second.km));
assert.equal(second.electrified, false);
assert.ok(!('gauge' in second));
JS
node probe.mjs
