#!/usr/bin/env bash
# Expected: the common English name of a country gives its code.
# Happens: the state has a longer name in the data ("Kingdom of Denmark", "Republic of Cyprus"); the
#   short one finds a part of it or an island, which has no code.
# Matters: most rows of a table match, so the few that come back null pass for typing errors.
# Source: https://github.com/rapideditor/country-coder
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @rapideditor/country-coder@5.6.1
for name in @rapideditor/country-coder; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { iso1A2Code } from '@rapideditor/country-coder';

const seen = Object.fromEntries(['Norway', 'Georgia', 'Denmark', 'Ireland', 'Cyprus', 'Netherlands', 'Türkiye'].map((name) => [name, iso1A2Code(name)]));
console.log(seen);
assert.equal(seen.Norway, 'NO');
assert.equal(seen.Georgia, 'GE');
for (const name of ['Denmark', 'Ireland', 'Cyprus', 'Netherlands', 'Türkiye']) assert.equal(seen[name], null);
JS
node probe.mjs
