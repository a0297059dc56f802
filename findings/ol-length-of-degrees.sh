#!/usr/bin/env bash
# Expected: getLength() on the sphere takes longitude and latitude, as getDistance() beside it does.
# Happens: it takes the numbers as metres of Web Mercator unless the projection is named, and
#   converts them back.
# Matters: GeoJSON read without reprojection measures as nearly nothing; no error, just small
#   numbers.
# Source: https://openlayers.org/en/latest/apidoc/module-ol_sphere.html
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ol@10.11.0
for name in ol; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { getDistance, getLength } from 'ol/sphere.js';
import LineString from 'ol/geom/LineString.js';

const ends = [[49.8, 40.4], [44.8, 41.7]];
const seen = { getDistance: getDistance(...ends), getLength: getLength(new LineString(ends)), named: getLength(new LineString(ends), { projection: 'EPSG:4326' }) };
console.log(seen);
assert.ok(seen.getLength < 6);
assert.ok(seen.named > 443000 && seen.getDistance > 443000);
JS
node probe.mjs
