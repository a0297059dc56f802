#!/usr/bin/env bash
# Expected: both are common spellings of Baku (40.4093, 49.8671); a reader gives that or an error.
# Happens: the sign after the first number starts a degree-minute reading that swallows the second;
#   decimal minutes are cut wrongly.
# Matters: pasted positions land in the Mediterranean or 85 km off, inside the valid range, so
#   nothing catches them.
# Source: https://www.npmjs.com/package/coord-parser
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps coord-parser@1.0.0
for name in coord-parser; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import parse from 'coord-parser';

const seen = ['40.4093, 49.8671', '40.4093° 49.8671°', 'N40 24.555 E49 52.026'].map((text) => [text, parse(text)]);
console.log(seen);
assert.deepEqual(seen[0][1], { lat: 40.4093, lon: 49.8671 });
assert.equal(seen[1][1].lon, 1);
assert.ok(Math.abs(seen[2][1].lat - 40.0068) < 0.001);
JS
node probe.mjs
