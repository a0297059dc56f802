#!/usr/bin/env bash
# Expected: eight blanks in a column of type D mean no date: null.
# Happens: the parts are read as year 0, month 0, day 0, which JavaScript's Date turns into
#   1899-11-30.
# Matters: lines without a date of opening become the oldest of the network, and time sliders start
#   in 1899.
# Source: https://www.loc.gov/preservation/digital/formats/fdd/fdd000325.shtml (dBASE table format);
#   https://github.com/mbostock/shapefile
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps shapefile@0.6.6
for name in shapefile; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { openDbf } from 'shapefile';

// One column OPENED of type D, two rows: 1 March 2024 and blank.
const table = Buffer.alloc(32 + 32 + 1 + 2 * 9 + 1, 0x20);
table.fill(0, 0, 64);
table.set([3, 124, 3, 1], 0);
table.writeUInt32LE(2, 4);
table.writeUInt16LE(65, 8);
table.writeUInt16LE(9, 10);
table.write('OPENED', 32, 'latin1');
table.write('D', 43, 'latin1');
table[48] = 8;
table[64] = 0x0d;
table.write('20240301', 66, 'latin1');
table[table.length - 1] = 0x1a;

const source = await openDbf(table);
const dates = [];
for (let next = await source.read(); !next.done; next = await source.read()) dates.push(next.value.OPENED?.toISOString().slice(0, 10));
console.log(dates);
assert.deepEqual(dates, ['2024-03-01', '1899-11-30']);
JS
node probe.mjs
