#!/usr/bin/env bash
# Expected: the crossing of a line with a meridian lies on that line, at distance 0.
# Happens: lineIntersect takes degrees as a plane and answers 60° north; nearestPointOnLine follows
#   the great circle, at 67.8°.
# Matters: long segments (sea legs, sketches of corridors) cross a border at one place and are
#   nearest to it at another.
# Source: https://turfjs.org/docs/api/lineIntersect and
#   https://turfjs.org/docs/api/nearestPointOnLine
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/line-intersect@7.4.0 @turf/nearest-point-on-line@7.4.0 @turf/distance@7.4.0
for name in @turf/line-intersect @turf/nearest-point-on-line @turf/distance; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { lineIntersect } from '@turf/line-intersect';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import { distance } from '@turf/distance';

const line = { type: 'LineString', coordinates: [[0, 60], [90, 60]] };
const meridian = { type: 'LineString', coordinates: [[45, 50], [45, 80]] };
const crossing = lineIntersect(line, meridian).features[0].geometry.coordinates;
const nearest = nearestPointOnLine(line, [45, 70]).geometry.coordinates;
const km = distance(crossing, nearest);
console.log('crossing', crossing, 'nearest', nearest, Math.round(km), 'km apart');
assert.deepEqual(crossing, [45, 60]);
assert.ok(km > 800);
JS
node probe.mjs
