#!/usr/bin/env bash
# Expected: a decimal comma is understood, or an error; a latitude over 90 is never answered.
# Happens: the comma separates, so 4093 counts as minutes: 40° + 4093/60; the range is not checked.
# Matters: many languages write decimals so; a map then centres beyond the pole, or throws
#   elsewhere.
# Source: https://github.com/otto-dev/coordinate-parser
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps coordinate-parser@1.0.7
for name in coordinate-parser; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import Coordinates from 'coordinate-parser';

const position = new Coordinates('40,4093 49,8671');
const seen = [position.getLatitude(), position.getLongitude()];
console.log(seen);
assert.ok(Math.abs(seen[0] - (40 + 4093 / 60)) < 1e-9);
assert.ok(seen[0] > 90 && seen[1] > 180);
JS
node probe.mjs
