#!/usr/bin/env bash
# Expected: a row without coordinates gives a feature without a place, or an error; the library has a switch
#   to throw at invalid geometries.
# Happens: null and the empty text become the number 0, so the place lies at 0° north, 0° east in the Gulf of
#   Guinea. The switch (doThrows: { invalidGeometry: true }) finds nothing wrong with it. Only a row that has
#   no such field at all gets an empty geometry, and with the switch an error.
# Matters: databases give null and tables an empty text for a terminal that nobody has located yet. On the map
#   it is a port off Africa, and the box that frames the map reaches from there to the true places.
# Source: https://github.com/caseycesari/GeoJSON.js (README);
#   https://github.com/caseycesari/GeoJSON.js/pull/42 (null geometries, open)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geojson@0.5.0
for name in geojson; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const GeoJSON = require('geojson');

const options = { Point: ['lat', 'lng'], doThrows: { invalidGeometry: true } };
const rows = [
  { name: 'located', lat: '43.6', lng: '51.2' },
  { name: 'null', lat: null, lng: null },
  { name: 'empty', lat: '', lng: '' },
];
const places = GeoJSON.parse(rows, options).features.map(({ properties, geometry }) => [
  properties.name,
  geometry.coordinates,
]);
console.log(places);
assert.deepEqual(places, [
  ['located', [51.2, 43.6]],
  ['null', [0, 0]],
  ['empty', [0, 0]],
]);
const [{ geometry }] = GeoJSON.parse([{ name: 'no such field' }], { Point: ['lat', 'lng'] }).features;
assert.deepEqual(geometry, {});
assert.throws(() => GeoJSON.parse([{ name: 'no such field' }], options));
JS
node probe.cjs
