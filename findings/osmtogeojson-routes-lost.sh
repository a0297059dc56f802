#!/usr/bin/env bash
# Expected: the relation of type "route" gives a MultiLineString with its name, as osm2geojson-lite
#   makes it.
# Happens: only its ways come out, each naming its relations in a nested list, which flatProperties
#   throws away.
# Matters: a download of "train routes" has lines without a line name, and nothing says that the
#   relation was dropped.
# Source: https://github.com/tyrasd/osmtogeojson/issues/1;
#   https://wiki.openstreetmap.org/wiki/Relation:route
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps osmtogeojson@2.2.12
for name in osmtogeojson; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import osmtogeojson from 'osmtogeojson';

const data = { elements: [
  { type: 'node', id: 1, lat: 40, lon: 49 }, { type: 'node', id: 2, lat: 41, lon: 48 },
  { type: 'way', id: 3, nodes: [1, 2], tags: { railway: 'rail' } },
  { type: 'relation', id: 4, members: [{ type: 'way', ref: 3, role: '' }], tags: { type: 'route', route: 'train', name: 'Baku–Tbilisi', ref: '37' } },
] };
const flat = osmtogeojson(data, { flatProperties: true }).features;
console.log(flat.map(({ id, properties }) => ({ id, ...properties })));
assert.deepEqual(flat.map((feature) => feature.id), ['way/3']);
assert.ok(!JSON.stringify(flat).includes('Tbilisi'));
JS
node probe.mjs
