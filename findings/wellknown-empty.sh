#!/usr/bin/env bash
# Expected: EMPTY both ways for all kinds of geometry.
# Happens: the written text is no WKT, so other readers (wkx) refuse it, and reading the right text
#   gives null.
# Matters: a table with one empty geometry cannot be written back, or a row is lost on reading.
# Source: OGC 06-103r4, clause 7.2.2; https://github.com/mapbox/wellknown
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps wellknown@0.5.0
for name in wellknown; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { parse, stringify } from 'wellknown';

const written = stringify({ type: 'LineString', coordinates: [] });
const read = [parse('LINESTRING EMPTY'), parse('POLYGON EMPTY')];
console.log(written, read);
assert.equal(written, 'LINESTRING ()');
assert.deepEqual(read, [null, { type: 'Polygon', coordinates: [] }]);
JS
node probe.mjs
