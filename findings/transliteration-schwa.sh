#!/usr/bin/env bash
# Expected: Ələt (the port of Alat) becomes Elet or Alat.
# Happens: the table gives "@" for U+0259 (SAMPA's sign for the sound), and the maker of addresses
#   removes it as punctuation.
# Matters: addresses of Azerbaijani places cannot be read, and names that differ in that letter only
#   get the same one.
# Source: https://github.com/yf-hk/transliteration
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps transliteration@2.6.1
for name in transliteration; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { slugify, transliterate } from 'transliteration';

const seen = { Ələt: [transliterate('Ələt'), slugify('Ələt')], Ağdərə: [transliterate('Ağdərə'), slugify('Ağdərə')] };
console.log(seen);
assert.deepEqual(seen['Ələt'], ['@l@t', 'l-t']);
assert.equal(slugify('Lət'), slugify('Ələt'));
JS
node probe.mjs
