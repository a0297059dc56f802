#!/usr/bin/env bash
# Expected: a mark as in osmtogeojson ("tainted"), a gap, or an error.
# Happens: missing nodes are left out and the rest is joined.
# Matters: Overpass answers without all nodes are common (a forgotten ">;", a cut by box); lengths
#   come out too short.
# Source: https://github.com/tibetty/osm2geojson-lite; https://github.com/tyrasd/osmtogeojson#api
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps osm2geojson-lite@1.2.0 osmtogeojson@2.2.12
for name in osm2geojson-lite osmtogeojson; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import lite from 'osm2geojson-lite';
import osmtogeojson from 'osmtogeojson';

const data = { elements: [
  { type: 'node', id: 1, lat: 40, lon: 49 }, { type: 'node', id: 3, lat: 41, lon: 47 },
  { type: 'way', id: 5, nodes: [1, 2, 3], tags: { railway: 'rail' } },
] };
const [line] = (lite.default ?? lite)(data).features;
const [other] = osmtogeojson(data).features;
console.log(JSON.stringify(line), '| osmtogeojson: tainted', other.properties.tainted);
assert.deepEqual(line.geometry.coordinates, [[49, 40], [47, 41]]);
assert.deepEqual(Object.keys(line.properties).sort(), ['id', 'railway']);
assert.equal(other.properties.tainted, true);
JS
node probe.mjs
