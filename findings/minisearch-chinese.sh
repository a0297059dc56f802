#!/usr/bin/env bash
# Expected: a word inside a Chinese name is found, and Turkish capitals are folded.
# Happens: names without blanks are one word, found by their beginning at most; İ in lower case is
#   two characters, i and a dot.
# Matters: a search box for places works in the tests (Latin names) and finds nothing for readers in
#   China and Turkey.
# Source: https://lucaong.github.io/minisearch/types/MiniSearch.Options.html (tokenize, processTerm)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps minisearch@7.2.0
for name in minisearch; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import MiniSearch from 'minisearch';

const search = new MiniSearch({ fields: ['name'], searchOptions: { prefix: true } });
search.addAll(['霍尔果斯口岸', 'İstanbul', 'Baku–Tbilisi–Kars'].map((name, id) => ({ id, name })));
const seen = Object.fromEntries(['霍尔果斯', '口岸', 'istanbul', 'tbilisi'].map((word) => [word, search.search(word).map((hit) => hit.id)]));
console.log(seen);
assert.deepEqual(seen, { 霍尔果斯: [0], 口岸: [], istanbul: [], tbilisi: [2] });
JS
node probe.mjs
