#!/usr/bin/env bash
# Expected: new LatLon(104.07, 30.67), Chengdu with its numbers swapped, is refused: no latitude is
#   104.
# Happens: it is taken as 75.93° north, as if one had walked over the pole.
# Matters: the range of latitudes is the one check that catches swapped columns east of 90°, the
#   whole of China.
# Source: https://www.movable-type.co.uk/scripts/geodesy-library.html (Dms.wrap90)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geodesy@2.4.0
for name in geodesy; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import LatLon from 'geodesy/latlon-spherical.js';

const swapped = new LatLon(104.07, 30.67);
console.log(swapped.toString());
assert.ok(Math.abs(swapped.lat - 75.93) < 1e-9);
JS
node probe.mjs
