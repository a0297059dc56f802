#!/usr/bin/env bash
# Expected: 181° gives an x beyond the edge, as a plain multiplication would, so that neighbours
#   stay neighbours.
# Happens: longitudes are brought back into ±180° first, unless the definition has the parameter
#   +over.
# Matters: libraries draw lines beyond 180° on purpose, so as not to be torn; reprojection undoes
#   it.
# Source: https://proj.org/en/stable/usage/projections.html#longitude-wrapping;
#   https://github.com/proj4js/proj4js
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps proj4@2.22.0
for name in proj4; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import proj4 from 'proj4';

const km = (target) => {
  const [west, east] = [[179, 0], [181, 0]].map((point) => proj4('EPSG:4326', target, point)[0]);
  return Math.round((east - west) / 1000);
};
const over = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +over +no_defs';
const seen = { 'EPSG:3857': km('EPSG:3857'), 'with +over': km(over) };
console.log(seen);
assert.equal(seen['EPSG:3857'], -39852);
assert.equal(seen['with +over'], 223);
JS
node probe.mjs
