#!/usr/bin/env bash
# Expected: 503.7 km with no digits after the point is "504".
# Happens: 0 counts as "not given", so the label says 503.7; the style is valid and there is no
#   warning.
# Matters: distances and counts on the map show digits that the source does not have.
# Source: https://maplibre.org/maplibre-style-spec/expressions/#number-format;
#   https://github.com/mapbox/mapbox-gl-js/pull/13697
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @maplibre/maplibre-gl-style-spec@26.6.0
for name in @maplibre/maplibre-gl-style-spec; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { createExpression } from '@maplibre/maplibre-gl-style-spec';

const label = (digits) => createExpression(['number-format', 503.74, { 'max-fraction-digits': digits }], 'layers[0].layout.text-field').value.evaluate({ zoom: 5 });
const seen = { 0: label(0), 1: label(1) };
console.log(seen);
assert.deepEqual(seen, { 0: '503.74', 1: '503.7' });
JS
node probe.mjs
