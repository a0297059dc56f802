#!/usr/bin/env bash
# Expected: with latitude, longitude and country of the place, 09:00–18:00 are hours there.
# Happens: the hours are compared with the local time of the process; the place serves for sunrise
#   and holidays only.
# Matters: a server in UTC says "closed" all morning in Almaty, and a reader in New York is told
#   "open" in its night.
# Source: https://github.com/opening-hours/opening_hours.js/issues/269
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps opening_hours@3.15.0
for name in opening_hours; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const code = `import opening_hours from 'opening_hours';
const place = { lat: 43.25, lon: 76.9, address: { country_code: 'kz', state: '' } };
console.log(new opening_hours('Mo-Fr 09:00-18:00', place).getState(new Date('2024-03-11T05:00:00Z')));`;
const ask = (TZ) => execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ }, encoding: 'utf8' }).trim();
const seen = { 'Asia/Almaty': ask('Asia/Almaty'), UTC: ask('UTC') };
console.log('10:00 in Almaty on a Monday, by the clock of the machine:', seen);
assert.deepEqual(seen, { 'Asia/Almaty': 'true', UTC: 'false' });
JS
node probe.mjs
