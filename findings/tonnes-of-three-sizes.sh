#!/usr/bin/env bash
# Expected: a library of units reads t as the tonne, as the SI brochure writes it, and mt, as freight
#   papers write a metric ton, as the same or not at all.
# Happens: for convert-units t is the American ton of 2,000 pounds and mt the tonne; for mathjs and
#   js-quantities t is the tonne and mt a thousandth of it. None of them says anything.
# Matters: loads of trains and ports come in both abbreviations. Figures that are passed from a page to a
#   server with another library change by a tenth or a thousandfold. Write the unit out, or kg.
# Source: https://www.bipm.org/en/publications/si-brochure (table 8);
#   https://github.com/convert-units/convert-units; https://mathjs.org/docs/datatypes/units.html
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts convert-units@2.3.4 mathjs@15.2.0 js-quantities@1.8.0
for name in convert-units mathjs js-quantities; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const convertUnits = require('convert-units');
const { unit } = require('mathjs');
const Qty = require('js-quantities');

const kilograms = {
  'convert-units': (name) => convertUnits(1).from(name).to('kg'),
  mathjs: (name) => unit(1, name).toNumber('kg'),
  'js-quantities': (name) => Qty(1, name).to('kg').scalar,
};
for (const [library, read] of Object.entries(kilograms)) {
  console.log(`${library}: 1 t = ${read('t')} kg, 1 mt = ${read('mt')} kg`);
}
assert.equal(Math.round(kilograms['convert-units']('t')), 907);
assert.equal(kilograms['convert-units']('mt'), 1000);
for (const library of ['mathjs', 'js-quantities']) {
  assert.equal(kilograms[library]('t'), 1000);
  assert.ok(Math.abs(kilograms[library]('mt') - 1) < 1e-9);
}
JS
node probe.cjs
