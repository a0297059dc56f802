#!/usr/bin/env bash
# Expected: "40.4", "49.8" are understood as numbers or refused.
# Happens: 180 is joined to the longitude instead of added, and the result is brought back into
#   range.
# Matters: values from tables and forms are texts; the code looks right and decodes without an
#   error.
# Source: https://github.com/google/open-location-code
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps open-location-code@1.0.3
for name in open-location-code; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import olc from 'open-location-code';

const codes = new olc.OpenLocationCode();
const seen = [codes.encode(40.4, 49.8), codes.encode('40.4', '49.8')];
const { longitudeCenter } = codes.decode(seen[1]);
console.log('numbers', seen[0], 'texts', seen[1], 'at longitude', longitudeCenter);
assert.ok(codes.isFull(seen[1]));
assert.notEqual(seen[0], seen[1]);
assert.ok(Math.abs(longitudeCenter - 49.8) > 90);
JS
node probe.mjs
