#!/usr/bin/env bash
# Expected: GS1 permits "/" in a lot, and its links write it as %2F.
# Happens: the slash goes into the path as it is and splits it; reading a correct link gives the lot
#   "AB%2F12".
# Matters: pallets and consignments found by the link get another lot number, or none.
# Source: https://ref.gs1.org/standards/digital-link/uri-syntax/;
#   https://github.com/evrythng/digital-link.js
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps digital-link.js@1.4.3
for name in digital-link.js; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import digitalLink from 'digital-link.js';

const { DigitalLink } = digitalLink;
const written = DigitalLink({ domain: 'https://id.example.org', identifier: { '01': '09780345418913' }, keyQualifiers: { 10: 'AB/12' } }).toWebUriString();
assert.throws(() => DigitalLink(written));
const read = DigitalLink('https://id.example.org/01/09780345418913/10/AB%2F12').getKeyQualifiers();
console.log(written, read);
assert.ok(written.endsWith('/10/AB/12'));
assert.deepEqual({ ...read }, { 10: 'AB%2F12' });
JS
node probe.mjs
