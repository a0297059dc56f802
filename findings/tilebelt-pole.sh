#!/usr/bin/env bash
# Expected: a row between 0 and 3 at zoom 2, or an error.
# Happens: the formula of Mercator is used beyond 85.05°: row -2 at 89°, -Infinity at 90°.
# Matters: such numbers go on into addresses and caches; a key "2/2/-Infinity" is asked from the
#   server.
# Source: https://github.com/mapbox/tilebelt
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @mapbox/tilebelt@2.0.3
for name in @mapbox/tilebelt; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { pointToTile } from '@mapbox/tilebelt';

const seen = [85, 89, 90].map((lat) => pointToTile(49, lat, 2)[1]);
console.log('rows at 85, 89 and 90 degrees, zoom 2:', seen);
assert.equal(seen[0], 0);
assert.ok(seen[1] < 0);
assert.ok(!Number.isFinite(seen[2]));
JS
node probe.mjs
