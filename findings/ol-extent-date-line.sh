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
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts ol@10.11.0
npm ls --depth=0 | sed 1d
cat >probe.js <<'JS'
import assert from 'node:assert/strict';
import { transformExtent } from 'ol/proj.js';

const [jump, over] = [[170, -10, -170, 10], [170, -10, 190, 10]].map((box) => transformExtent(box, 'EPSG:4326', 'EPSG:3857'));
console.log(jump, over);
assert.deepEqual(jump, [Infinity, Infinity, -Infinity, -Infinity]);
assert.ok(over[2] > over[0]);
JS
node probe.js
