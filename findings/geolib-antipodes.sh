#!/usr/bin/env bash
# Expected: 19,944 km, as GeographicLib gives, or an error; getDistance of the same library answers
#   (19,973 km on its sphere).
# Happens: the iteration of Vincenty's formula does not settle near the antipode and NaN is
#   returned.
# Matters: sums and longest-leg figures that include one such pair become NaN as a whole.
# Source: https://github.com/manuelbieh/geolib#getprecisedistance;
#   https://geographiclib.sourceforge.io
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geolib@3.3.14
for name in geolib; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { getDistance, getPreciseDistance } from 'geolib';

const pair = [{ latitude: 0, longitude: 0 }, { latitude: 0.5, longitude: 179.7 }];
const seen = [getDistance(...pair), getPreciseDistance(...pair)];
console.log(seen);
assert.ok(Number.isNaN(seen[1]) && seen[0] > 19e6);
JS
node probe.mjs
