#!/usr/bin/env bash
# Expected: red, half transparent; or red.
# Happens: hexadecimal colours with eight digits are not read, and a stroke without a colour is
#   none.
# Matters: translucent lines are how maps show overlapping routes; in the printed copy they are
#   missing.
# Source: https://www.w3.org/TR/css-color-4/#hex-notation; https://github.com/alafr/SVG-to-PDFKit
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

const draw = (stroke) => new Promise((done) => {
  const [parts, warnings] = [[], []];
  const document = new PDFDocument({ compress: false, size: [100, 100] });
  document.on('data', (part) => parts.push(part));
  document.on('end', () => done({ stroked: / l\s+(S|B)\s/.test(Buffer.concat(parts).toString('latin1')), warnings }));
  SVGtoPDF(document, `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="M0 5H50" fill="none" stroke="${stroke}"/></svg>`, 0, 0, { warningCallback: (text) => warnings.push(text) });
  document.end();
});
const seen = { '#ff0000': await draw('#ff0000'), '#ff000080': await draw('#ff000080') };
console.log(JSON.stringify(seen));
assert.ok(seen['#ff0000'].stroked);
assert.deepEqual(seen['#ff000080'], { stroked: false, warnings: [] });
JS
node probe.mjs
