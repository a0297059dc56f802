#!/usr/bin/env bash
# Expected: RFC 7946 knows degrees only, so 5,543,710 is no longitude.
# Happens: only the form is checked, not the range; the sine of any number is a number.
# Matters: exports in Web Mercator are a usual fault of GeoJSON, and "valid" is what one relies on
#   before measuring.
# Source: https://www.rfc-editor.org/rfc/rfc7946#section-4;
#   https://github.com/placemark/check-geojson
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @placemarkio/check-geojson@0.1.14 zod-geojson@1.6.5 zod@4.6.7 @turf/length@7.4.0
for name in @placemarkio/check-geojson zod-geojson zod @turf/length; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { check } from '@placemarkio/check-geojson';
import { GeoJSONSchema } from 'zod-geojson';
import { length } from '@turf/length';

const metres = { type: 'LineString', coordinates: [[5543710.6, 4924240.6], [4987113.2, 5116017.4]] };
const degrees = { type: 'LineString', coordinates: [[49.8, 40.4], [44.8, 41.7]] };
const seen = [check(JSON.stringify(metres)).type, GeoJSONSchema.safeParse(metres).success, Math.round(length(metres)), Math.round(length(degrees))];
console.log(seen);
assert.equal(seen[0], 'LineString');
assert.equal(seen[1], true);
assert.ok(seen[2] > 1000 && seen[3] < 450);
JS
node probe.mjs
