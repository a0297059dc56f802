#!/usr/bin/env bash
# Expected: letters before or behind the numbers are understood and decide which is the latitude, or
#   there is an error.
# Happens: a letter in front makes the first number an empty one; letters behind give a sign only,
#   never the order.
# Matters: letters in front are a usual way to write positions at sea; the point falls into the Gulf
#   of Guinea.
# Source: https://www.movable-type.co.uk/scripts/geodesy-library.html (Dms.parse)
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

const seen = ['40°24′N, 49°52′E', 'N40°24′, E49°52′', '49°52′E, 40°24′N'].map((text) => LatLon.parse(text)).map(({ lat, lon }) => [lat.toFixed(2), lon.toFixed(2)]);
console.log(seen);
assert.deepEqual(seen, [['40.40', '49.87'], ['0.67', '0.83'], ['49.87', '40.40']]);
JS
node probe.mjs
