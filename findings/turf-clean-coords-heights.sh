#!/usr/bin/env bash
# Expected: only points that add nothing are removed; the vertex at the pass, 5,000 m up, stays.
# Happens: the three points are on one line seen from above, so the middle one goes and the pass
#   with it.
# Matters: straight lines over mountains, as old railway lines and cable cars have, lose their
#   profile.
# Source: https://turfjs.org/docs/api/cleanCoords
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/clean-coords@7.4.0
for name in @turf/clean-coords; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { cleanCoords } from '@turf/clean-coords';

const pass = { type: 'LineString', coordinates: [[0, 0, 10], [1, 0, 5000], [2, 0, 20]] };
const { coordinates } = cleanCoords(pass);
console.log(coordinates);
assert.deepEqual(coordinates, [[0, 0, 10], [2, 0, 20]]);
JS
node probe.mjs
