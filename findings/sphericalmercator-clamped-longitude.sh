#!/usr/bin/env bash
# Expected: 190° is 7 pixels right of 180° in a world of 256 pixels, or the same as -170°.
# Happens: 180°, 190° and 359° all give pixel 256.
# Matters: lines over the Pacific that go on beyond 180°, as MapLibre draws them, collapse into the
#   edge.
# Source: https://github.com/mapbox/sphericalmercator
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/sphericalmercator@2.0.2
for name in @mapbox/sphericalmercator; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { SphericalMercator } from '@mapbox/sphericalmercator';

const mercator = new SphericalMercator({ size: 256 });
const seen = [180, 190, 359].map((lon) => mercator.px([lon, 0], 0)[0]);
console.log('pixel of 180, 190 and 359 degrees:', seen);
assert.deepEqual(seen, [256, 256, 256]);
JS
node probe.mjs
