#!/usr/bin/env bash
# Expected: a box from 170° to -170° (RFC 7946) gives one of 20° in metres, or an error.
# Happens: as west is greater than east the box counts as empty, and an empty box is (Infinity,
#   Infinity, -Infinity, -Infinity).
# Matters: fitting the view to it throws far from the cause, and a query by it finds nothing.
# Source: https://openlayers.org/en/latest/apidoc/module-ol_proj.html;
#   https://www.rfc-editor.org/rfc/rfc7946#section-5.2
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ol@10.11.0
for name in ol; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { transformExtent } from 'ol/proj.js';

const [jump, over] = [[170, -10, -170, 10], [170, -10, 190, 10]].map((box) => transformExtent(box, 'EPSG:4326', 'EPSG:3857'));
console.log(jump, over);
assert.deepEqual(jump, [Infinity, Infinity, -Infinity, -Infinity]);
assert.ok(over[2] > over[0]);
JS
node probe.mjs
