#!/usr/bin/env bash
# Expected: no sunrise, no opening; without coordinates an error or a warning.
# Happens: where no time can be computed fixed hours are taken instead, and getWarnings() is empty.
# Matters: places of the north, and all places of a list without coordinates, get hours that nobody
#   keeps.
# Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification;
#   https://github.com/opening-hours/opening_hours.js
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
import openingHours from 'opening_hours';

const day = [new Date('2024-12-21T00:00:00Z'), new Date('2024-12-22T00:00:00Z')];
const open = (place) => {
  const hours = new openingHours('sunrise-sunset', place);
  return { from: hours.getOpenIntervals(...day)[0][0].toISOString().slice(11, 16), warnings: hours.getWarnings().length };
};
const seen = { Murmansk: open({ lat: 69, lon: 33, address: { country_code: 'ru', state: '' } }), 'no place': open() };
console.log(seen);
assert.deepEqual(Object.values(seen), [{ from: '06:00', warnings: 0 }, { from: '06:00', warnings: 0 }]);
JS
TZ=UTC node probe.mjs
