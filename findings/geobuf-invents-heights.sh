#!/usr/bin/env bash
# Expected: points without a height stay without.
# Happens: the first point decides how many numbers all have; a missing one is a difference of 0 to
#   the point before.
# Matters: sea level in the Caucasus, and plateaus that are only missing data; properties that are
#   empty ({}) vanish as well.
# Source: https://github.com/mapbox/geobuf; https://www.rfc-editor.org/rfc/rfc7946#section-3.2
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps geobuf@4.0.0 pbf@5.1.2
for name in geobuf pbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { encode, decode } from 'geobuf';
import { PbfReader, PbfWriter } from 'pbf';

const trip = (coordinates) => decode(new PbfReader(encode({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }, new PbfWriter())));
const before = trip([[49, 40, 700], [50, 41]]);
const after = trip([[49, 40], [50, 41, 700]]);
console.log(JSON.stringify([before, after]));
assert.deepEqual(before.geometry.coordinates, [[49, 40, 700], [50, 41, 700]]);
assert.deepEqual(after.geometry.coordinates, [[49, 40, 0], [50, 41, 0]]);
assert.ok(!('properties' in before)); // RFC 7946 demands the member
JS
node probe.mjs
