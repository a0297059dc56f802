#!/usr/bin/env bash
# Expected: dBASE writes an uninitialised logical value as "?"; a reader gives null.
# Happens: parsedbf, the table reader of shpjs, knows only yes and no: "?" and blank both come out
#   as false.
# Matters: "electrified: unknown" becomes "not electrified" on the map, a claim that nobody made.
# Source: https://www.loc.gov/preservation/digital/formats/fdd/fdd000325.shtml;
#   https://github.com/calvinmetcalf/shapefile-js
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps parsedbf@2.0.0
for name in parsedbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import parsedbf from 'parsedbf';

// One column ELECTR of type L, three rows: T, F and ?.
const table = Buffer.alloc(65 + 3 * 2 + 1, 0x20);
table.fill(0, 0, 64);
table.set([3, 124, 3, 1], 0);
table.writeUInt32LE(3, 4);
table.writeUInt16LE(65, 8);
table.writeUInt16LE(2, 10);
table.write('ELECTR', 32, 'latin1');
table.write('L', 43, 'latin1');
table[48] = 1;
table[64] = 0x0d;
table.write(' T F ?', 65, 'latin1');
table[table.length - 1] = 0x1a;

const rows = parsedbf(new DataView(table.buffer, table.byteOffset, table.length));
const seen = rows.map((row) => row.ELECTR);
console.log('T, F, ? are read as', seen);
assert.deepEqual(seen, [true, false, false]);
JS
node probe.mjs
