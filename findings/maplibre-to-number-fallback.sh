#!/usr/bin/env bash
# Expected: ["to-number", ["get", "km"], -1] gives -1 where there is no figure.
# Happens: JavaScript turns null, "" and blanks into 0, and 0 counts as a success; only texts like
#   "n/a" reach the fallback.
# Matters: lines without data get the colour of the value 0, the lowest class, instead of the grey
#   for "unknown".
# Source: https://maplibre.org/maplibre-style-spec/expressions/#to-number
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

const { value } = createExpression(['to-number', ['get', 'km'], -1], 'layers[0].paint.line-width');
const read = (properties) => value.evaluate({ zoom: 5 }, { type: 1, properties, geometry: [] });
const seen = [{ km: null }, {}, { km: '' }, { km: ' ' }, { km: 'n/a' }].map((properties) => [JSON.stringify(properties), read(properties)]);
console.log(seen);
assert.deepEqual(seen.map(([, number]) => number), [0, 0, 0, 0, -1]);
JS
node probe.mjs
