#!/usr/bin/env bash
# Expected: 31 and "031" are one number, as in i18n-iso-countries; the name of 2022 is known.
# Happens: numbers are texts of three digits compared letter by letter; the name is still "Turkey".
# Matters: spreadsheets drop leading zeros, so countries with numbers below 100 (AF, AL, AM is 051,
#   AZ) lose their rows.
# Source: https://www.npmjs.com/package/iso-3166-1; https://www.iso.org/obp/ui/#iso:code:3166:TR
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps iso-3166-1@2.1.1 i18n-iso-countries@7.14.0
for name in iso-3166-1 i18n-iso-countries; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import iso from 'iso-3166-1';
import i18n from 'i18n-iso-countries';
import { createRequire } from 'node:module';

i18n.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json'));
const name = i18n.getName('TR', 'en');
const seen = [iso.whereNumeric('031')?.alpha2, iso.whereNumeric('31')?.alpha2, i18n.numericToAlpha2(31), iso.whereCountry(name)?.alpha2];
console.log(seen, name);
assert.deepEqual(seen, ['AZ', undefined, 'AZ', undefined]);
JS
node probe.mjs
