#!/usr/bin/env bash
# Expected: an error, or the points before the cut.
# Happens: the last number is taken as complete although its last letter announces more.
# Matters: addresses and log lines cut encoded routes; the map shows a plausible last leg that
#   nobody travelled.
# Source: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/polyline@1.2.1
for name in @mapbox/polyline; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import polyline from '@mapbox/polyline';

const whole = '_p~iF~ps|U_ulLnnqC_mqNvxq`@';
const ends = [whole, whole.slice(0, -1)].map((text) => polyline.decode(text).at(-1));
console.log('whole:', ends[0], 'one letter less:', ends[1]);
assert.deepEqual(ends[0], [43.252, -126.453]);
assert.equal(ends[1][0], 43.252);
assert.ok(Math.abs(ends[1][1] - ends[0][1]) > 5);
JS
node probe.mjs
