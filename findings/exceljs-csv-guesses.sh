#!/usr/bin/env bash
# Expected: CSV has texts; a code stays a code, and a date is turned only when its order is told.
# Happens: what looks like a number becomes one; four forms of dates are tried cell by cell, month
#   first among them.
# Matters: station, wagon and waybill numbers no longer match; in one column 01-02-2024 is a day in
#   January and 13-02-2024 stays a text.
# Source: https://github.com/exceljs/exceljs/issues/895;
#   https://github.com/exceljs/exceljs#reading-csv (dateFormats)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps exceljs@4.4.0
for name in exceljs; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import exceljs from 'exceljs';

const sheet = await new exceljs.Workbook().csv.read(Readable.from('007,01E5,01-02-2024,13-02-2024\n'));
const [, number, code, date, other] = sheet.getRow(1).values;
console.log(number, code, date, other);
assert.equal(number, 7);
assert.equal(code, 100000);
assert.equal(date.getUTCMonth(), 0);
assert.equal(other, '13-02-2024');
JS
node probe.mjs
