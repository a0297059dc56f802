#!/usr/bin/env bash
# Expected: an empty value or no entry.
# Happens: the balloon of Google Earth shows "operator: null", and a reader of the file gets a text
#   of four letters.
# Matters: null is how GeoJSON says "not known"; after a round trip the unknown has become a value.
# Source: https://github.com/placemark/tokml
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @placemarkio/tokml@0.3.9
for name in @placemarkio/tokml; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { toKML } from '@placemarkio/tokml';

const point = { type: 'Feature', properties: { operator: null }, geometry: { type: 'Point', coordinates: [49, 40] } };
const text = toKML({ type: 'FeatureCollection', features: [point] });
console.log(text);
assert.match(text, /<Data name="operator"><value>null<\/value>/);
JS
node probe.mjs
