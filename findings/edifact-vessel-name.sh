#!/usr/bin/env bash
# Expected: TDT+20+123+1++CAR:172:20+++9123456:146:11:NAME is read; all parts of C222 may be given.
# Happens: the Reader's own table counts the parts wrongly and stops with "only got 1 components",
#   so the whole message is lost.
# Matters: IFTSTA, CODECO and COARRI messages name the ship in this segment; the bare Parser,
#   without a table, reads them.
# Source: https://service.unece.org/trade/untdid/d00b/trsd/trsdtdt.htm (element C222)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps edifact@1.2.12
for name in edifact; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import Reader from 'edifact/reader.js';
import Parser from 'edifact/parser.js';
import segments from 'edifact/segments.js';
import elements from 'edifact/elements.js';

const text = "UNB+UNOA:2+A+B+240301:1200+1'UNH+1+IFTSTA:D:00B:UN'TDT+20+123+1++CAR:172:20+++9123456:146:11:VESSEL'";
const reader = new Reader();
reader.define(segments);
reader.define(elements);
let message = '';
try {
  reader.parse(text);
} catch (error) {
  message = error.message;
}
const parts = [];
const parser = new Parser();
parser.encoding('UNOA');
parser.oncomponent = (value) => parts.push(value);
parser.write(text);
parser.end();
console.log('Reader:', message, '| Parser:', parts.slice(-4));
assert.match(message, /C222 only got 1 components/);
assert.deepEqual(parts.slice(-4), ['9123456', '146', '11', 'VESSEL']);
JS
node probe.mjs
