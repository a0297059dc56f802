#!/usr/bin/env bash
# Expected: a GGA sentence has a time of day only, so the date is unknown or that of the sentence
#   before (RMC).
# Happens: the time is set into the current day of the machine.
# Matters: replaying the log of a seal or a locomotive puts these positions into the present, and
#   order by time is lost.
# Source: https://github.com/rawify/GPS.js;
#   https://gpsd.gitlab.io/gpsd/NMEA.html#_gga_global_positioning_system_fix_data
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps gps@0.9.0
for name in gps; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import GPS from 'gps';

const old = GPS.Parse('$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A');
const body = 'GPGGA,123520,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,';
const sum = [...body].reduce((all, letter) => all ^ letter.charCodeAt(0), 0).toString(16).toUpperCase().padStart(2, '0');
const next = GPS.Parse(`$${body}*${sum}`);
console.log('RMC of 1994:', old.time.toISOString(), 'the GGA one second later:', next.time.toISOString());
assert.equal(old.time.getUTCFullYear(), 1994);
assert.ok(next.valid);
assert.ok(Math.abs(Date.now() - next.time.getTime()) < 48 * 3600 * 1000);
JS
node probe.mjs
