#!/usr/bin/env bash
# Expected: a band from 0° to 181° has a few cells more than one from 0° to 170°.
# Happens: an edge of over 180° counts as crossing the date line the short way; the wide band gets
#   none.
# Matters: "Eurasia" or a view of the whole world, as a box of four corners, finds nothing or the
#   wrong half.
# Source: https://h3geo.org/docs/api/regions
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps h3-js@4.5.0
for name in h3-js; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { polygonToCells } from 'h3-js';

const band = (west, east) => polygonToCells([[40, west], [40, east], [50, east], [50, west]], 1).length;
const seen = { '0 to 170': band(0, 170), '0 to 179': band(0, 179), '0 to 181': band(0, 181) };
console.log('cells', seen);
assert.ok(seen['0 to 170'] > 20 && seen['0 to 179'] > 20);
assert.equal(seen['0 to 181'], 0);
JS
node probe.mjs
