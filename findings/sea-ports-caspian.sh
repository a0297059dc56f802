#!/usr/bin/env bash
# Expected: Aktau, Kuryk, Turkmenbashi, Anzali and Astrakhan are ports with codes of UN/LOCODE;
#   Baku's port has been at Alat since 2018.
# Happens: 1,634 ports are listed, and the code AZBAK is placed where the town is.
# Matters: containers of the Middle Corridor get no place, or wait in the centre of Baku.
# Source: https://www.npmjs.com/package/sea-ports; https://unece.org/trade/uncefact/unlocode
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps sea-ports@0.0.9
for name in sea-ports; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import ports from 'sea-ports';

const all = Object.values(ports.JSON);
const caspian = all.filter(({ coordinates: [lon, lat] = [] }) => lon > 46.5 && lon < 54.5 && lat > 36.4 && lat < 47.5);
const missing = ['KZAAU', 'TMKRW', 'IRBAZ'].map((code) => ports.JSON[code]);
console.log(all.length, 'ports, of the Caspian:', caspian.map(({ name, coordinates }) => [name, ...coordinates]));
assert.deepEqual(caspian.map((port) => port.name), ['Baku']);
assert.deepEqual(missing, [undefined, undefined, undefined]);
assert.ok(caspian[0].coordinates[1] > 40.3);
JS
node probe.mjs
