#!/usr/bin/env bash
# Expected: a line from Japan to California comes back in two parts, as RFC 7946 asks, whatever the
#   number of points.
# Happens: with 4 or 8 points it is one LineString that jumps from one edge of the world to the
#   other; with 100 it is cut.
# Matters: fewer points is the usual way to keep a map light, and the jump is drawn as a line right
#   across it.
# Source: https://turfjs.org/docs/api/greatCircle (options npoints and offset);
#   https://www.rfc-editor.org/rfc/rfc7946#section-3.1.9
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/great-circle@7.4.0
for name in @turf/great-circle; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { greatCircle } from '@turf/great-circle';

const seen = [4, 8, 100].map((npoints) => {
  const { type, coordinates } = greatCircle([140, 35], [-122, 37], { npoints }).geometry;
  const parts = type === 'LineString' ? [coordinates] : coordinates;
  const jump = Math.max(...parts.flatMap((part) => part.slice(1).map((point, i) => Math.abs(point[0] - part[i][0]))));
  return { npoints, type, jump: Math.round(jump) };
});
console.log(seen);
assert.equal(seen[0].type, 'LineString');
assert.ok(seen[0].jump > 180 && seen[1].jump > 180);
assert.equal(seen[2].type, 'MultiLineString');
JS
node probe.mjs
