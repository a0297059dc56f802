#!/usr/bin/env bash
# Expected: a column with letters in it, or with leading zeros, stays text.
# Happens: every value that JavaScript can read as a number makes the column a number, exponents
#   included.
# Matters: codes are the keys for joins; after conversion they match nothing, or another station.
#   Ask for string-fields.
# Source: https://github.com/mbloch/mapshaper/wiki/Command-Reference#-i-input (string-fields=)
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

const files = { 'stations.csv': 'code,lat,lon\n0071,40.4,49.8\n01E5,41.7,44.8\n' };
const codes = async (options) => {
  const output = await mapshaper.applyCommands(`-i stations.csv ${options} -points x=lon y=lat -o out.json`, files);
  return JSON.parse(output['out.json']).features.map((feature) => feature.properties.code);
};
const seen = [await codes(''), await codes('string-fields=code')];
console.log(seen);
assert.deepEqual(seen, [[71, 100000], ['0071', '01E5']]);
JS
node probe.mjs
