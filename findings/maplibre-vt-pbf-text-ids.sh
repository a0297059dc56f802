#!/usr/bin/env bash
# Expected: an id that a tile cannot hold is left out, as the older vt-pbf does, or refused.
# Happens: any text that is not a number is written as id 0, so all such features share one id.
# Matters: hover and selection by feature state light up every line at once; joins by id match the
#   wrong row.
# Source: https://github.com/mapbox/vt-pbf/issues/13;
#   https://github.com/mapbox/vector-tile-spec/issues/94
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @maplibre/vt-pbf@4.3.3 @maplibre/geojson-vt@6.3.1 @mapbox/vector-tile@3.0.0 pbf@5.1.2
for name in @maplibre/vt-pbf @maplibre/geojson-vt @mapbox/vector-tile pbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const ids = ['KZ-12', 'GE-7', '007'];
const features = ids.map((id, i) => ({ type: 'Feature', id, properties: { id }, geometry: { type: 'Point', coordinates: [i, 0] } }));
const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, {}).getTile(0, 0, 0);
const layer = new VectorTile(new PbfReader(fromGeojsonVt({ lines: tile }))).layers.lines;
const seen = ids.map((_, i) => [layer.feature(i).properties.id, layer.feature(i).id]);
console.log(seen);
assert.deepEqual(seen, [['KZ-12', 0], ['GE-7', 0], ['007', 7]]);
JS
node probe.mjs
