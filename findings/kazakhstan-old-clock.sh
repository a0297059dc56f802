#!/usr/bin/env bash
# Expected: a library of time zones knows that all of Kazakhstan has had one clock, UTC+5, since 1 March 2024.
# Happens: timezone-support (built from the data of 2022) and timezones.json put Almaty at UTC+6;
#   timezones-list has Almaty right and Qostanay, its neighbour in the same change, still at UTC+6. In
#   timezones.json Baku is at UTC+5 with summer time, which Azerbaijan gave up, while the text beside it
#   says UTC+04:00. countries-and-timezones has all of them right.
# Matters: a departure at 09:00 from Almaty is shown at 10:00, and the wait at the border with China or at
#   the Caspian is an hour wrong, each library in its own way. Intl, with the data of the browser, is right.
# Source: https://mm.icann.org/pipermail/tz-announce/2024-February/000081.html (as quoted in
#   https://github.com/tzinfo/tzinfo-data/issues/24); README of timezone-support ("version 2022f");
#   https://github.com/omsrivastava/timezones-list/issues/16;
#   https://github.com/dmfilipenko/timezones.json/issues/42 (the same for Russia);
#   https://github.com/spencermountain/spacetime/pull/292 (Baku)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps timezone-support@3.1.0 timezones.json@1.7.2 timezones-list@3.1.0 countries-and-timezones@3.10.0
for name in timezone-support timezones.json timezones-list countries-and-timezones; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const { findTimeZone, getUTCOffset } = require('timezone-support');
const oldNames = require('timezones.json');
const { default: list } = require('timezones-list');
const { getTimezone } = require('countries-and-timezones');

const summer = new Date('2026-07-01T04:00:00Z');
const hours = {
  'timezone-support': (zone) => -getUTCOffset(summer, findTimeZone(zone)).offset / 60,
  'timezones.json': (zone) => oldNames.find(({ utc }) => utc.includes(zone))?.offset,
  'timezones-list': (zone) => Number.parseInt(list.find(({ tzCode }) => tzCode === zone).utc),
  'countries-and-timezones': (zone) => getTimezone(zone).utcOffset / 60,
};
const zones = ['Asia/Almaty', 'Asia/Qostanay', 'Asia/Aqtau', 'Asia/Baku'];
const found = Object.fromEntries(
  Object.entries(hours).map(([library, read]) => [library, zones.map(read)]),
);
console.log('hours ahead of UTC in', zones.join(', '));
console.log(found);
assert.deepEqual(found, {
  'timezone-support': [6, 6, 5, 4],
  'timezones.json': [6, undefined, 5, 5],
  'timezones-list': [5, 6, 5, 4],
  'countries-and-timezones': [5, 5, 5, 4],
});
const baku = oldNames.find(({ utc }) => utc.includes('Asia/Baku'));
assert.equal(baku.isdst, true);
assert.match(baku.text, /UTC\+04:00/);
JS
node probe.cjs
