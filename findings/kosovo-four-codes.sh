#!/usr/bin/env bash
# Expected: one code, or none, as ISO 3166-1 has none.
# Happens: each library fills the gap by itself, with no mark that the code is not ISO's.
# Matters: tables joined by the three-letter code lose exactly this place; the two-letter XK is the
#   same in the first three.
# Source: https://www.iso.org/iso-3166-country-codes.html (user-assigned codes); the data of each
#   package
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps i18n-iso-countries@7.14.0 world-countries@5.1.0 @rapideditor/country-coder@5.6.1 country-reverse-geocoding@0.2.2
for name in i18n-iso-countries world-countries @rapideditor/country-coder country-reverse-geocoding; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import i18n from 'i18n-iso-countries';
import { iso1A3Code } from '@rapideditor/country-coder';
import reverse from 'country-reverse-geocoding';
import { readFileSync } from 'node:fs';

const world = JSON.parse(readFileSync('node_modules/world-countries/countries.json', 'utf8'));
const seen = {
  'i18n-iso-countries': i18n.alpha2ToAlpha3('XK'),
  'world-countries': world.find((country) => country.cca2 === 'XK').cca3,
  'country-coder': iso1A3Code('XK'),
  'country-reverse-geocoding': reverse.country_reverse_geocoding().get_country(42.66, 21.16).code,
};
console.log(seen);
assert.deepEqual(Object.values(seen), ['XKK', 'UNK', 'XKX', 'KOS']);
JS
node probe.mjs
