#!/usr/bin/env bash
# Expected: GeoJSON has no place for measures, so M is dropped, as wkx and betterknown do; the third
#   number is a height.
# Happens: M stands where RFC 7946 has the height, marked only by a property inside the geometry.
# Matters: a railway measured from kilometre 0 to 504 climbs to 504 metres in every profile.
# Source: https://www.rfc-editor.org/rfc/rfc7946#section-3.1.1;
#   https://github.com/terraformer-js/terraformer
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @terraformer/wkt@2.2.2
for name in @terraformer/wkt; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { wktToGeoJSON } from '@terraformer/wkt';

const line = wktToGeoJSON('LINESTRING M (49.8 40.4 0, 44.8 41.7 504)');
console.log(JSON.stringify(line));
assert.deepEqual(line.coordinates, [[49.8, 40.4, 0], [44.8, 41.7, 504]]);
JS
node probe.mjs
