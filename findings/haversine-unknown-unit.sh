#!/usr/bin/env bash
# Expected: plural or unknown units are understood or refused.
# Happens: an unknown unit falls back to kilometres without a word.
# Matters: a distance table headed "miles" is 61 % too high.
# Source: https://github.com/niix/haversine (option unit)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps haversine@1.1.1
for name in haversine; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import haversine from 'haversine';

const [baku, tbilisi] = [{ latitude: 40.4, longitude: 49.8 }, { latitude: 41.7, longitude: 44.8 }];
const seen = Object.fromEntries(['mile', 'miles', 'feet', 'km'].map((unit) => [unit, Math.round(haversine(baku, tbilisi, { unit }))]));
console.log(seen);
assert.equal(seen.miles, seen.km);
assert.equal(seen.feet, seen.km);
assert.notEqual(seen.mile, seen.km);
JS
node probe.mjs
