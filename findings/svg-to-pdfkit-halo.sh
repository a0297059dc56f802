#!/usr/bin/env bash
# Expected: paint-order="stroke" paints the outline first and the letters over it.
# Happens: the attribute is ignored; fill and outline go out in one step in which PDF paints the
#   outline last.
# Matters: the halo is the usual way to keep place names readable on a map. Two texts, outline
#   first, work everywhere.
# Source: https://www.w3.org/TR/SVG2/painting.html#PaintOrder;
#   https://github.com/alafr/SVG-to-PDFKit
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps svg-to-pdfkit@0.1.8 pdfkit@0.20.2
for name in svg-to-pdfkit pdfkit; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';

const draw = (order) => new Promise((done) => {
  const parts = [];
  const document = new PDFDocument({ compress: false, size: [100, 100] });
  document.on('data', (part) => parts.push(part));
  document.on('end', () => done(Buffer.concat(parts).toString('latin1').match(/BT[\s\S]*?ET/)[0]));
  SVGtoPDF(document, `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text x="5" y="50" stroke="#fff" stroke-width="4" fill="#000"${order}>Baku</text></svg>`, 0, 0);
  document.end();
});
const [plain, first] = [await draw(''), await draw(' paint-order="stroke"')];
console.log(first);
assert.equal(first, plain);
assert.match(first, /\b2 Tr\b/); // fill, then stroke
JS
node probe.mjs
