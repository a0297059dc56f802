#!/usr/bin/env bash
# Expected: half-way between a vertex at 100 m and one at 200 m the point is at 150 m, or has no
#   height.
# Happens: every point inside a segment carries the whole height of the segment's end.
# Matters: elevation profiles and marks along a mountain railway jump at each vertex, and totals of
#   climb are wrong.
# Source: https://github.com/Turfjs/turf/issues/3007 (the same for lineSliceAlong and lineChunk)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/along@7.4.0
for name in @turf/along; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { along } from '@turf/along';

const slope = { type: 'LineString', coordinates: [[0, 0, 100], [1, 0, 200]] };
const heights = [1, 55.6, 110].map((km) => along(slope, km).geometry.coordinates[2]);
console.log('heights at 1, 55.6 and 110 of 111 km:', heights);
assert.deepEqual(heights, [200, 200, 200]);
JS
node probe.mjs
