#!/usr/bin/env bash
# Expected: segments of one track are joined by nothing: GPX starts a new one where the signal was
#   lost.
# Happens: two pieces of 8 km each, 928 km apart, measure 945 km in total, and toGeoJSON draws the
#   straight jump.
# Matters: tunnels, ferries and switched-off loggers give such gaps; totals of a journey come out
#   far too long.
# Source: https://www.topografix.com/GPX/1/1/#type_trksegType; https://github.com/Luuka/GPXParser.js
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps gpxparser@3.0.8
for name in gpxparser; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import GpxParser from 'gpxparser';

const parser = new GpxParser();
parser.parse(`<gpx><trk>
<trkseg><trkpt lat="40" lon="49"/><trkpt lat="40" lon="49.1"/></trkseg>
<trkseg><trkpt lat="41" lon="60"/><trkpt lat="41" lon="60.1"/></trkseg></trk></gpx>`);
const km = parser.tracks[0].distance.total / 1000;
const { geometry } = parser.toGeoJSON().features[0];
console.log('total', km.toFixed(1), 'km,', geometry.type, 'of', geometry.coordinates.length, 'points');
assert.ok(km > 900);
assert.equal(geometry.type, 'LineString');
assert.equal(geometry.coordinates.length, 4);
JS
node probe.mjs
