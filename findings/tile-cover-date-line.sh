#!/usr/bin/env bash
# Expected: two tiles, one on each side of 180°, at least for 179° to 181°, which does not jump.
# Happens: both spellings answer with all eight columns of zoom 3.
# Matters: prefetching or billing by tile covers asks for the whole world: at zoom 10 for a thousand
#   tiles instead of two.
# Source: https://github.com/mapbox/tile-cover
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/tile-cover@3.0.2
for name in @mapbox/tile-cover; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { tiles } from '@mapbox/tile-cover';

const count = (from, to) => tiles({ type: 'LineString', coordinates: [[from, 0.5], [to, 0.5]] }, { min_zoom: 3, max_zoom: 3 }).length;
const seen = { '177 to 179': count(177, 179), '179 to 181': count(179, 181), '179 to -179': count(179, -179) };
console.log(seen);
assert.deepEqual(seen, { '177 to 179': 1, '179 to 181': 8, '179 to -179': 8 });
JS
node probe.mjs
