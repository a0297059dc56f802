#!/usr/bin/env bash
# Expected: libraries of one standard know the same codes.
# Happens: ISO replaced all codes of Kazakhstan; one library has only the old, the other only the
#   new ones.
# Matters: regions of one data set find no names from the other, with null and no hint of the age.
# Source: https://www.iso.org/obp/ui/#iso:code:3166:KZ (change history)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps iso-3166-2@1.0.0 iso-3166@4.4.0
for name in iso-3166-2 iso-3166; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import old from 'iso-3166-2';
import { iso31662 } from 'iso-3166';

const before = Object.keys(old.country('KZ').sub);
const now = iso31662.filter(({ code }) => code.startsWith('KZ-')).map(({ code }) => code);
console.log(before.length, before.slice(0, 4), now.length, now.slice(0, 4));
assert.ok(before.includes('KZ-ALA') && now.includes('KZ-75'));
assert.equal(before.filter((code) => now.includes(code)).length, 0);
JS
node probe.mjs
