#!/usr/bin/env bash
# Expected: a date column of type D, which the format has, and two columns with names cut so that
#   they differ.
# Happens: Date values make no column at all; station_from_code and station_from_name share one
#   column "station_fr".
# Matters: Shapefiles made with it (shp-write uses it) lose opening dates and half of paired columns
#   silently.
# Source: https://www.loc.gov/preservation/digital/formats/fdd/fdd000325.shtml (dBASE table format)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps dbf@0.2.0 parsedbf@2.0.0
for name in dbf parsedbf; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import dbf from 'dbf';
import parsedbf from 'parsedbf';

const rows = [{ name: 'Alat', opened: new Date('2018-05-14'), station_from_code: 'ALT', station_from_name: 'Alat port' }];
const [row] = parsedbf(dbf.structure(rows));
console.log('wrote', Object.keys(rows[0]), 'read', row);
assert.deepEqual({ ...row }, { name: 'Alat', station_fr: 'Alat port' });
JS
node probe.mjs
