#!/usr/bin/env bash
# Expected: presimplify adds weights somewhere beside the coordinates and leaves the heights alone.
# Happens: the weight is the third coordinate; whoever reads the topology before simplify() sees it
#   as a height.
# Matters: profiles drawn from such a file show numbers of another kind, and JSON turns the ends
#   into null.
# Source: https://github.com/topojson/topojson-simplify#presimplify
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps topojson-server@3.0.1 topojson-simplify@3.0.3 topojson-client@3.1.0
for name in topojson-server topojson-simplify topojson-client; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { topology } from 'topojson-server';
import { presimplify } from 'topojson-simplify';
import { feature } from 'topojson-client';

const line = { type: 'LineString', coordinates: [[0, 0, 100], [1, 1, 900], [2, 0, 200]] };
const { coordinates } = feature(presimplify(topology({ line })), 'line').geometry;
console.log('heights were 100, 900, 200 and are', coordinates.map((point) => point[2]));
assert.deepEqual(coordinates.map((point) => point[2]), [Infinity, 1, Infinity]);
JS
node probe.mjs
