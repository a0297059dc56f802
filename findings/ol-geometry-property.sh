#!/usr/bin/env bash
# Expected: properties.geometry is a field like any other, as GeoJSON separates the two.
# Happens: OpenLayers keeps shape and fields in one set of keys under that name, and the field is
#   set last.
# Matters: tables exported from databases often carry their WKT in such a column; drawing fails far
#   from the cause.
# Source: https://openlayers.org/en/latest/apidoc/module-ol_Feature-Feature.html;
#   https://www.rfc-editor.org/rfc/rfc7946#section-3.2
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ol@10.11.0
for name in ol; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import GeoJSON from 'ol/format/GeoJSON.js';

const read = (properties) => new GeoJSON().readFeature({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [50, 40] } }).getGeometry();
const seen = [read({ shape: 'POINT (50 40)' }).getType(), read({ geometry: 'POINT (50 40)' })];
console.log(seen);
assert.deepEqual(seen, ['Point', 'POINT (50 40)']);
JS
node probe.mjs
