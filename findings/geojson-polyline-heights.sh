#!/usr/bin/env bash
# Expected: a line with heights, encoded as a polyline and decoded again, has lost its heights at most.
# Happens: it has lost its longitudes. Each position is turned round as a whole, [longitude, latitude, height]
#   to [height, latitude, longitude], and the first two are encoded: the height comes back as the latitude and
#   the latitude as the longitude. Lines without heights come back right.
# Matters: tracks and terrain-following lines have heights, and a height under 90 m is a valid latitude: the
#   shore of the Caspian, 28 m below sea level, is put into the sea off Madagascar. @mapbox/polyline, on which
#   the library is built, mended the same fault of its own. Cut positions to two numbers first.
# Source: https://github.com/barberboy/geojson-polyline (README: all geometries of GeoJSON);
#   https://github.com/mapbox/polyline/issues/64; https://datatracker.ietf.org/doc/html/rfc7946#section-3.1.1
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geojson-polyline@1.0.3 @mapbox/polyline@1.2.1
for name in geojson-polyline @mapbox/polyline; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const { encode, decode } = require('geojson-polyline');
const polyline = require('@mapbox/polyline');

const flat = { type: 'LineString', coordinates: [[49.86712, 40.40931], [44.8271, 41.71511]] };
const high = { type: 'LineString', coordinates: [[49.86712, 40.40931, -28], [44.8271, 41.71511, 80]] };
const [withoutHeights, withHeights] = [flat, high].map((line) => decode(encode(line)).coordinates);
console.log('without heights:', withoutHeights);
console.log('with heights:', withHeights);
assert.deepEqual(withoutHeights, flat.coordinates);
assert.deepEqual(withHeights, [[40.40931, -28], [41.71511, 80]]);
assert.deepEqual(polyline.toGeoJSON(polyline.fromGeoJSON(high)), flat);
JS
node probe.cjs
