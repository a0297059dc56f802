#!/usr/bin/env bash
# Expected: a misspelt key of a layer is reported, as it is inside "paint"; ranges are checked.
# Happens: unknown keys beside "paint" and at the top level pass, and numbers are not compared with
#   each other.
# Matters: the layer shows at all zooms or at none, and a green check of the style says that all is
#   well.
# Source: https://maplibre.org/maplibre-style-spec/layers/;
#   https://github.com/maplibre/maplibre-style-spec
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
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';

const faults = (layer, top) => {
  const sources = { a: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } };
  return validateStyleMin({ version: 8, sources, layers: [{ id: 'x', type: 'line', source: 'a', ...layer }], ...top }).map((fault) => fault.message);
};
const seen = {
  misspelt: faults({ minZoom: 5 }),
  'never shown': faults({ minzoom: 10, maxzoom: 5 }),
  'beyond the pole': faults({}, { center: [50, 95] }),
  'misspelt paint': faults({ paint: { 'line-colour': 'red' } }),
};
console.log(seen);
assert.deepEqual(Object.values(seen).map((list) => list.length), [0, 0, 0, 1]);
JS
node probe.mjs
