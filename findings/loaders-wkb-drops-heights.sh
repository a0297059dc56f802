#!/usr/bin/env bash
# Expected: both writers keep the third number, WKT as LINESTRING Z.
# Happens: WKB is written flat unless an option says otherwise; WKT says LINESTRING (x y z), which
#   strict readers refuse.
# Matters: the same data in two columns of a database differ in dimension.
# Source: https://loaders.gl/docs/modules/wkt/api-reference/wkb-writer; OGC 06-103r4, clause 7
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @loaders.gl/core@4.5.4 @loaders.gl/wkt@4.5.2
for name in @loaders.gl/core @loaders.gl/wkt; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { encodeSync, encodeTextSync } from '@loaders.gl/core';
import { WKBWriter, WKTWriter } from '@loaders.gl/wkt';

const line = { type: 'LineString', coordinates: [[1, 2, 300], [4, 5, 600]] };
const wkb = new DataView(encodeSync(line, WKBWriter));
const wkt = encodeTextSync(line, WKTWriter);
console.log('WKB type', wkb.getUint32(1, true), 'of', wkb.byteLength, 'bytes; WKT', wkt);
assert.equal(wkb.getUint32(1, true), 2); // 1002 would be LineString Z
assert.equal(wkb.byteLength, 9 + 2 * 16);
assert.equal(wkt, 'LINESTRING (1 2 300, 4 5 600)');
JS
node probe.mjs
