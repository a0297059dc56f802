#!/usr/bin/env bash
# Expected: the minute that Excel shows.
# Happens: the serial number is multiplied and cut down to whole milliseconds, not rounded, so some
#   minutes fall short.
# Matters: printed to the minute such events are at 05:44; compared with another file they differ;
#   at midnight the day differs.
# Source: https://gitlab.com/catamphetamine/read-excel-file
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps read-excel-file@9.3.17 exceljs@4.4.0
for name in read-excel-file exceljs; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import readSheets from 'read-excel-file/node';
import exceljs from 'exceljs';

const book = new exceljs.Workbook();
for (const time of ['05:45', '10:20', '23:59']) (book.worksheets[0] ?? book.addWorksheet('S')).addRow([new Date(`2024-03-01T${time}:00Z`)]);
const [{ data }] = await readSheets(Buffer.from(await book.xlsx.writeBuffer()));
const seen = data.map(([date]) => date.toISOString().slice(11));
console.log(seen);
assert.deepEqual(seen, ['05:44:59.999Z', '10:20:00.000Z', '23:58:59.999Z']);
JS
node probe.mjs
