#!/usr/bin/env bash
# Expected: the outline as a track, or an error, as GPX has no areas.
# Happens: polygons are passed over, and the file has a head and nothing else.
# Matters: the reader saves a file and finds out in the field that the device shows nothing.
# Source: https://www.npmjs.com/package/@dwayneparton/geojson-to-gpx;
#   https://www.topografix.com/GPX/1/1/
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @dwayneparton/geojson-to-gpx@0.2.0 @xmldom/xmldom@0.9.12
for name in @dwayneparton/geojson-to-gpx @xmldom/xmldom; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import geojsonToGpx from '@dwayneparton/geojson-to-gpx';
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';

const write = (geometry) => new XMLSerializer().serializeToString(geojsonToGpx({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Alat' }, geometry }] }, {}, new DOMImplementation()));
const ring = [[49, 39], [50, 39], [50, 40], [49, 39]];
const [line, area] = [write({ type: 'LineString', coordinates: ring }), write({ type: 'Polygon', coordinates: [ring] })];
console.log(area);
assert.match(line, /<trkpt/);
assert.ok(!/<(trk|rte|wpt)/.test(area));
JS
node probe.mjs
