#!/usr/bin/env bash
# Expected: GeoJSON has longitude and latitude, so a reader uses the .prj file beside the .shp.
# Happens: shpjs turns the coordinates; shapefile does not look for a .prj, and 5,543,711 m is given
#   as a longitude.
# Matters: swapping one for the other moves all features off the map, and length functions take such
#   numbers without a word.
# Source: https://github.com/mbostock/shapefile; https://github.com/calvinmetcalf/shapefile-js;
#   https://www.rfc-editor.org/rfc/rfc7946#section-4
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps shapefile@0.6.6 shpjs@6.2.0
for name in shapefile shpjs; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { openShp } from 'shapefile';
import { parseShp } from 'shpjs';

// One point in EPSG:3857: the file's head of 100 bytes, then a record.
const shp = Buffer.alloc(128);
shp.writeInt32BE(9994, 0);
shp.writeInt32BE(64, 24);
shp.writeInt32LE(1000, 28);
shp.writeInt32LE(1, 32);
shp.writeInt32BE(1, 100);
shp.writeInt32BE(10, 104);
shp.writeInt32LE(1, 108);
shp.writeDoubleLE(5543710.64, 112);
shp.writeDoubleLE(4924240.58, 120);
const prj = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';

const first = (await (await openShp(shp)).read()).value.coordinates;
const second = (await parseShp(shp, prj))[0].coordinates;
console.log('shapefile', first, 'shpjs', second);
assert.ok(first[0] > 5e6);
assert.ok(Math.abs(second[0] - 49.8) < 0.001);
JS
node probe.mjs
