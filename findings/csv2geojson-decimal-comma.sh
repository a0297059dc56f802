#!/usr/bin/env bash
# Expected: a number written with a decimal comma is understood or listed among the errors, as an
#   empty cell is.
# Happens: what stands after the comma is cut off without an error, 44 km south and 68 km west of
#   the place.
# Matters: tables from Azerbaijan, Russia, Turkey and most of Europe have decimal commas.
# Source: https://github.com/mapbox/csv2geojson
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps csv2geojson@5.1.2
for name in csv2geojson; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import csv from 'csv2geojson';

const read = (text) => new Promise((done) => csv.csv2geojson(text, (errors, data) => done([errors, data])));
const [errors, { features }] = await read('name,lat,lon\nBaku,"40,4","49,8"\nNowhere,91,49\n');
const places = features.map((feature) => feature.geometry.coordinates);
console.log('errors:', errors, 'places:', places);
assert.equal(errors, null);
assert.deepEqual(places, [[49, 40], [49, 91]]);
JS
node probe.mjs
