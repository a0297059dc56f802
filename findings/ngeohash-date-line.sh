#!/usr/bin/env bash
# Expected: the cells on both sides of 180°, or an error as west is greater than east.
# Happens: the loop from west to east never runs.
# Matters: "nothing found" around Fiji and the Bering Strait looks like an answer.
# Source: https://github.com/sunng87/node-geohash;
#   https://www.rfc-editor.org/rfc/rfc7946#section-5.2
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ngeohash@0.6.4
for name in ngeohash; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import geohash from 'ngeohash';

const seen = [geohash.bboxes(-18, 177, -16, 179, 3).length, geohash.bboxes(-18, 179, -16, -179, 3).length];
console.log('cells beside and over the date line:', seen);
assert.ok(seen[0] > 0);
assert.equal(seen[1], 0);
JS
node probe.mjs
