#!/usr/bin/env bash
# Expected: a place in China gets Asia/Shanghai or Asia/Urumqi.
# Happens: the zones are stored in a coarse grid, and 44.21° N, 80.41° E, in Khorgos city, falls on
#   the other side.
# Matters: waiting times at the border are off by hours just where they are measured.
# Source: https://github.com/darkskyapp/tz-lookup; https://www.iana.org/time-zones
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps tz-lookup@6.1.25
for name in tz-lookup; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import tzlookup from 'tz-lookup';

const seen = { 'Khorgos, China': tzlookup(44.21, 80.41), Yining: tzlookup(43.91, 81.32) };
console.log(seen);
assert.equal(seen['Khorgos, China'], 'Asia/Almaty');
assert.notEqual(seen.Yining, 'Asia/Almaty');
JS
node probe.mjs
