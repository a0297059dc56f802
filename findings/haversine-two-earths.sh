#!/usr/bin/env bash
# Expected: the haversine distance of two points is one number.
# Happens: haversine-distance and geolib use the equator's radius and answer 0.11 % more;
#   north–south that is further from the truth.
# Matters: 4,256 km in one table are 4,261 km in the next; differences get explained by routes.
# Source: https://github.com/dcousens/haversine-distance; https://github.com/manuelbieh/geolib
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps haversine@1.1.1 haversine-distance@1.2.4 geolib@3.3.14
for name in haversine haversine-distance geolib; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import haversine from 'haversine';
import haversineDistance from 'haversine-distance';
import { getDistance, getPreciseDistance } from 'geolib';

const [south, north] = [{ latitude: 30, longitude: 50 }, { latitude: 45, longitude: 50 }];
const seen = {
  haversine: haversine(south, north, { unit: 'meter' }) / 1000,
  'haversine-distance': haversineDistance(south, north) / 1000,
  'geolib getDistance': getDistance(south, north) / 1000,
  'geolib ellipsoid': getPreciseDistance(south, north) / 1000,
};
console.log(seen);
assert.ok(seen['haversine-distance'] - seen.haversine > 1.5);
assert.ok(Math.abs(seen['haversine-distance'] - seen['geolib getDistance']) < 0.01);
JS
node probe.mjs
