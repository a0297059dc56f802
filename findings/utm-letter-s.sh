#!/usr/bin/env bash
# Expected: S with a northing of 6,250,948 m means the southern hemisphere, or the letter's band is
#   checked against the result.
# Happens: only "not N or later" is looked at, and S comes after N; the result, 56° north, is
#   outside band S itself.
# Matters: both customs are common in tables, S for south and S for a band, and the result is a
#   valid place.
# Source: https://github.com/TimothyGu/utm;
#   https://proj.org/en/stable/operations/projections/utm.html
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps utm@1.1.1
for name in utm; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import utm from 'utm';

const seen = ['H', 'S'].map((letter) => utm.toLatLon(334368.6, 6250948.3, 56, letter).latitude);
console.log('band H:', seen[0], 'letter S:', seen[1]);
assert.ok(Math.abs(seen[0] + 33.87) < 0.01);
assert.ok(Math.abs(seen[1] - 56.37) < 0.01);
JS
node probe.mjs
