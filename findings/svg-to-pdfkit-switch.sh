#!/usr/bin/env bash
# Expected: the first that fits, or the last, which has no condition.
# Happens: the element is not known, so all that is in it is left out, without a warning.
# Matters: <switch> is SVG's own way to one map for several languages.
# Source: https://www.w3.org/TR/SVG2/struct.html#SwitchElement;
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

const draw = (body) => new Promise((done) => {
  const [parts, warnings] = [[], []];
  const document = new PDFDocument({ compress: false, size: [100, 100] });
  document.on('data', (part) => parts.push(part));
  document.on('end', () => done({ letters: (Buffer.concat(parts).toString('latin1').match(/> Tj/g) ?? []).length, warnings }));
  SVGtoPDF(document, `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${body}</svg>`, 0, 0, { warningCallback: (text) => warnings.push(text) });
  document.end();
});
const name = '<text x="5" y="50">Baku</text>';
const seen = { plain: await draw(name), switched: await draw(`<switch><text systemLanguage="ka" x="5" y="50">Bako</text>${name}</switch>`) };
console.log(JSON.stringify(seen));
assert.equal(seen.plain.letters, 4);
assert.deepEqual(seen.switched, { letters: 0, warnings: [] });
JS
node probe.mjs
