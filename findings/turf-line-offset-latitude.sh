#!/usr/bin/env bash
# Expected: offsetting a line by 10 kilometres moves it by 10 kilometres.
# Happens: kilometres become degrees of the equator, so a north–south line at latitude 60 moves by 5
#   km only.
# Matters: parallel tracks, lanes and buffers drawn by offset come out narrower the further north
#   they are.
# Source: https://github.com/Turfjs/turf/issues/2278
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/line-offset@7.4.0 @turf/distance@7.4.0
for name in @turf/line-offset @turf/distance; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { lineOffset } from '@turf/line-offset';
import { distance } from '@turf/distance';

const north = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[0, 60], [0, 61]] } };
const moved = lineOffset(north, 10, { units: 'kilometers' }).geometry.coordinates[0];
const km = distance([0, 60], moved);
console.log('asked for 10 km, moved by', km.toFixed(3), 'km');
assert.ok(Math.abs(km - 5) < 0.05);
JS
node probe.mjs
