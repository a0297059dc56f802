#!/usr/bin/env bash
# Expected: as in Excel and other readers, the first cell has the value and the rest are empty.
# Happens: every cell of the merged range answers with the value of the first.
# Matters: weight of a group of wagons, merged over its rows, is summed once a wagon; titles look
#   like rows of data.
# Source: https://github.com/exceljs/exceljs#merged-cells
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
import exceljs from 'exceljs';

const book = new exceljs.Workbook();
const sheet = book.addWorksheet('Train');
sheet.addRows([['MSKU1234565', 60], ['TGHU7599330', null], ['CSQU3054383', null]]);
sheet.mergeCells('B1:B3');
const again = new exceljs.Workbook();
await again.xlsx.load(await book.xlsx.writeBuffer());
const tonnes = again.worksheets[0].getColumn(2).values.filter((value) => value !== undefined);
console.log(tonnes, 'sum', tonnes.reduce((sum, value) => sum + value, 0));
assert.deepEqual(tonnes, [60, 60, 60]);
JS
node probe.mjs
