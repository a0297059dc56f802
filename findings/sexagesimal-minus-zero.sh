#!/usr/bin/env bash
# Expected: -0.5 degrees.
# Happens: the sign is taken from the number of degrees, and minus zero is not below zero.
# Matters: London, Accra's port Tema and Pontianak lie within a degree of such a line.
# Source: https://github.com/mapbox/sexagesimal
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/sexagesimal@1.2.0
for name in @mapbox/sexagesimal; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import sexagesimal from '@mapbox/sexagesimal';

const seen = sexagesimal.pair('-0°30\'0" -0°15\'0"');
console.log(seen, 'and with letters', sexagesimal.pair('0°30\'0"S 0°15\'0"W'));
assert.deepEqual(seen, [0.5, 0.25]);
assert.deepEqual(sexagesimal.pair('0°30\'0"S 0°15\'0"W'), [-0.5, -0.25]);
JS
node probe.mjs
