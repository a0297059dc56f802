#!/usr/bin/env bash
# Expected: input and output are the same format, so the third number is kept or its loss is told.
# Happens: the shapes inside have two numbers a point; nothing is printed.
# Matters: "only filtered with mapshaper" is enough to lose a profile, and later tools fill in 0.
# Source: https://github.com/mbloch/mapshaper/wiki/Command-Reference
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps mapshaper@0.7.70
for name in mapshaper; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import mapshaper from 'mapshaper';

const line = { type: 'LineString', coordinates: [[49, 40, 100], [50, 41, 200]] };
const output = await mapshaper.applyCommands('-i a.json -o b.json', { 'a.json': JSON.stringify(line) });
const { coordinates } = JSON.parse(output['b.json']).geometries[0];
console.log(coordinates);
assert.deepEqual(coordinates, [[49, 40], [50, 41]]);
JS
node probe.mjs
