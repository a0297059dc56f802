#!/usr/bin/env bash
# Expected: Spain, France and Spain.
# Happens: the outlines are those of a small-scale world map that leaves such parts out; the answer
#   is null, as in open sea.
# Matters: ports of transshipment (Las Palmas, Le Port) count as ships at sea.
# Source: https://www.npmjs.com/package/country-reverse-geocoding
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps country-reverse-geocoding@0.2.2
for name in country-reverse-geocoding; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import reverse from 'country-reverse-geocoding';

const countries = reverse.country_reverse_geocoding();
const places = { Madrid: [40.4, -3.7], 'Las Palmas': [28.1, -15.45], 'Saint-Denis, Réunion': [-20.9, 55.45], Ceuta: [35.888, -5.315] };
const seen = Object.fromEntries(Object.entries(places).map(([name, at]) => [name, countries.get_country(...at)?.code ?? null]));
console.log(seen);
assert.deepEqual(Object.values(seen), ['ESP', null, null, null]);
JS
node probe.mjs
