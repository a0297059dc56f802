#!/usr/bin/env bash
# Expected: a round trip that keeps the coordinates, or an argument for the precision.
# Happens: 49.123456789 comes back as 49.12345 (cut, not rounded), half a metre to the west; no
#   argument changes that.
# Matters: points half a metre apart fall together, and the whole line moves south and west.
# Source: https://github.com/cschwarz/wkx; https://github.com/TWKB/Specification/blob/master/twkb.md
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps wkx@0.5.0
for name in wkx; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import wkx from 'wkx';

const point = wkx.Geometry.parse('POINT(49.123456789 40.123459999)');
const back = wkx.Geometry.parseTwkb(point.toTwkb()).toGeoJSON().coordinates;
console.log(point.toGeoJSON().coordinates, 'became', back);
assert.notDeepEqual(back, point.toGeoJSON().coordinates);
assert.deepEqual(back.map((n) => n.toFixed(7)), ['49.1234500', '40.1234500']);
JS
node probe.mjs
