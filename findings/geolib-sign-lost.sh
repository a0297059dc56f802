#!/usr/bin/env bash
# Expected: -33.87 is written with a minus or an S, as sexagesimalToDecimal of the same library
#   reads it.
# Happens: the sign is dropped, so a round trip turns south into north and west into east.
# Matters: a printed position is in the wrong hemisphere, with nothing to see it by.
# Source: https://github.com/manuelbieh/geolib#decimaltosexagesimal
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
import { decimalToSexagesimal, sexagesimalToDecimal } from 'geolib';

const text = decimalToSexagesimal(-33.875);
console.log(-33.875, 'is written', text, 'and read', sexagesimalToDecimal(text));
assert.ok(!/[-SW]/.test(text));
assert.equal(sexagesimalToDecimal(text), 33.875);
JS
node probe.mjs
