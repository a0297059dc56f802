#!/usr/bin/env bash
# Expected: getTile() of supercluster and fromGeojsonVt() of vt-pbf fit together, being made for
#   each other's format.
# Happens: supercluster counts 512 units a tile, vt-pbf writes 4,096 into the file unless told the
#   extent.
# Matters: tiles are valid, points are there, and the error depends on the place in the tile, so it
#   looks like bad data.
# Source: https://github.com/mapbox/supercluster (extent); https://github.com/mapbox/vt-pbf
#   (options.extent)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps supercluster@9.1.0 vt-pbf@3.1.3 @mapbox/vector-tile@3.0.0 pbf@5.1.2
for name in supercluster vt-pbf @mapbox/vector-tile pbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import Supercluster from 'supercluster';
import vtpbf from 'vt-pbf';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const ports = [[49.8, 40.4], [49.81, 40.41]].map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } }));
const tile = new Supercluster().load(ports).getTile(3, 5, 3);
const read = (options) => new VectorTile(new PbfReader(vtpbf.fromGeojsonVt({ ports: tile }, options))).layers.ports.feature(0).toGeoJSON(5, 3, 3).geometry.coordinates;
const [plain, right] = [read(), read({ version: 2, extent: 512 })];
console.log('default:', plain, 'with extent 512:', right);
assert.ok(Math.abs(right[0] - 49.8) < 0.1);
assert.ok(Math.abs(plain[0] - 49.8) > 4);
JS
node probe.mjs
