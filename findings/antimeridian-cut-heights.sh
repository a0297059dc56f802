#!/usr/bin/env bash
# Expected: the two new points at 180° have a height between those of their neighbours.
# Happens: they have two numbers where all others have three.
# Matters: writers that look at the first point (geobuf, WKT with Z) then lose or invent heights for
#   the whole part.
# Source: https://www.npmjs.com/package/geojson-antimeridian-cut;
#   https://www.rfc-editor.org/rfc/rfc7946#section-3.1.9
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geojson-antimeridian-cut@0.1.0
for name in geojson-antimeridian-cut; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import cut from 'geojson-antimeridian-cut';

const { coordinates } = cut({ type: 'LineString', coordinates: [[179, 0, 5], [-179, 2, 9]] });
console.log(JSON.stringify(coordinates));
assert.deepEqual(coordinates, [[[179, 0, 5], [180, 1]], [[-180, 1], [-179, 2, 9]]]);
JS
node probe.mjs
