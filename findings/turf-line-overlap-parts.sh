#!/usr/bin/env bash
# Expected: lineOverlap gives the stretch that two lines share.
# Happens: a shared stretch is found only where a whole segment of one line lies within a segment of the
#   other. Where both go on, each to its own side, nothing comes back, with a tolerance or without. So it is
#   for a line whose one long segment covers parts of two segments of the other. booleanOverlap, which is
#   built on it, says that such lines do not overlap.
# Matters: the question "where do two corridors run on the same track" is answered with nowhere, or with some
#   of the stretches, depending on where the points of the drawing happen to be. Give both lines the points of
#   the other first, or compare by the ids of the links.
# Source: https://github.com/Turfjs/turf/issues/2580; https://github.com/Turfjs/turf/issues/2282
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/line-overlap@7.4.0 @turf/boolean-overlap@7.4.0
for name in @turf/line-overlap @turf/boolean-overlap; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import lineOverlap from '@turf/line-overlap';
import booleanOverlap from '@turf/boolean-overlap';

const line = (...longitudes) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: longitudes.map((longitude) => [longitude, 0]) },
});
const shared = (first, second, options) =>
  lineOverlap(line(...first), line(...second), options).features.map(({ geometry }) =>
    geometry.coordinates.map(([longitude]) => longitude),
  );

const found = {
  'points in common': shared([44, 46, 48], [46, 48, 50]),
  'one inside the other': shared([44, 50], [46, 48]),
  'both go on': shared([44, 48], [46, 50]),
  'both go on, tolerance 1 km': shared([44, 48], [46, 50], { tolerance: 1 }),
  'over two segments': shared([44, 47, 50], [46, 48]),
};
console.log(found);
assert.deepEqual(found, {
  'points in common': [[46, 48]],
  'one inside the other': [[46, 48]],
  'both go on': [],
  'both go on, tolerance 1 km': [],
  'over two segments': [],
});
assert.equal(booleanOverlap(line(44, 46, 48), line(46, 48, 50)), true);
assert.equal(booleanOverlap(line(44, 48), line(46, 50)), false);
JS
node probe.mjs
