#!/usr/bin/env bash
# Expected: the buffer goes on over 180° (to 180.8°) or is cut in two; its area is that of a circle
#   of 100 km.
# Happens: its corners lie at both ends of the map, from -179.9° to 179.9°, and the ring joins them
#   the long way.
# Matters: anything in the Pacific at the latitude of the point counts as near it, and the map shows
#   a band.
# Source: https://turfjs.org/docs/api/buffer; https://www.rfc-editor.org/rfc/rfc7946#section-3.1.9
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @turf/buffer@7.4.0 @turf/bbox@7.4.0 @turf/area@7.4.0
for name in @turf/buffer @turf/bbox @turf/area; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { buffer } from '@turf/buffer';
import { bbox } from '@turf/bbox';
import { area } from '@turf/area';

const here = (lon) => buffer({ type: 'Point', coordinates: [lon, 0] }, 100);
const [plain, edge] = [170, 179.9].map((lon) => ({ lon, bbox: bbox(here(lon)), km2: Math.round(area(here(lon)) / 1e6) }));
console.log(plain, edge);
assert.ok(edge.bbox[2] - edge.bbox[0] > 350);
assert.ok(edge.km2 > 100 * plain.km2);
JS
node probe.mjs
