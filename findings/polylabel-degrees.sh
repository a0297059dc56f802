#!/usr/bin/env bash
# Expected: the middle of a free zone of 0.3° × 0.2°.
# Happens: the default precision is 1 of the data's own units, here 1 degree = 111 km, so the search
#   ends before it starts.
# Matters: names of ports, zones and small countries stand at their edge or in the neighbour.
# Source: https://github.com/mapbox/polylabel/issues/1;
#   https://github.com/mapbox/polylabel/issues/103
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps polylabel@2.1.0
for name in polylabel; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import polylabel from 'polylabel';

const zone = [[[49, 40], [49.3, 40], [49.3, 40.2], [49, 40.2], [49, 40]]];
const [plain, fine] = [[...polylabel(zone)], [...polylabel(zone, 0.001)]];
console.log('default:', plain, 'with precision 0.001:', fine);
assert.deepEqual(plain, [49, 40]);
assert.ok(fine[0] > 49.05 && fine[1] > 40.05);
JS
node probe.mjs
