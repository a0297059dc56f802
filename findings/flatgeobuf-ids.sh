#!/usr/bin/env bash
# Expected: the id "baku-tbilisi" comes back, or no id.
# Happens: the id is not written, and reading gives every feature a new one, its number in the file.
# Matters: what looks like a stable id changes when a feature is put before it; bookmarks and joins
#   by id hit other lines.
# Source: https://github.com/flatgeobuf/flatgeobuf/blob/master/src/fbs/feature.fbs (a feature has no
#   id)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps flatgeobuf@4.5.0
for name in flatgeobuf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { serialize, deserialize } from 'flatgeobuf/lib/mjs/geojson.js';

const feature = (id, lon) => ({ type: 'Feature', id, properties: { name: id }, geometry: { type: 'Point', coordinates: [lon, 40] } });
const read = async (features) => {
  const seen = [];
  for await (const { id, properties } of deserialize(serialize({ type: 'FeatureCollection', features }))) seen.push([properties.name, id]);
  return seen;
};
const two = await read([feature('poti', 41), feature('baku', 50)]);
const three = await read([feature('aktau', 51), feature('poti', 41), feature('baku', 50)]);
console.log(two, three);
assert.deepEqual(two, [['poti', 0], ['baku', 1]]);
assert.deepEqual(three, [['aktau', 0], ['poti', 1], ['baku', 2]]);
JS
node probe.mjs
