#!/usr/bin/env bash
# Expected: 10:00 UTC is written as 15:00 with the zone Asia/Almaty and read as the same instant.
# Happens: the writer labels its own local clock with the zone and adds no VTIMEZONE; the reader,
#   missing that, drops the zone.
# Matters: timetables of ferries and trains shift by the offset, on two machines by two amounts.
# Source: https://www.rfc-editor.org/rfc/rfc5545#section-3.2.19;
#   https://github.com/kewisch/ical.js/issues/403; https://github.com/sebbo2002/ical-generator
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ical-generator@10.2.0 ical.js@2.2.1
for name in ical-generator ical.js; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import ical from 'ical-generator';
import ICAL from 'ical.js';

const start = new Date('2024-03-10T10:00:00Z');
const calendar = ical();
calendar.createEvent({ start, summary: 'Ferry', timezone: 'Asia/Almaty' });
const text = calendar.toString();
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent'));
console.log(text.match(/DTSTART.*/)[0], '| zone read:', event.startDate.zone.tzid, '| instant:', event.startDate.toJSDate().toISOString());
assert.match(text, /DTSTART;TZID=Asia\/Almaty:20240310T100000/);
assert.ok(!text.includes('VTIMEZONE'));
assert.equal(event.startDate.zone.tzid, 'floating');
JS
TZ=UTC node probe.mjs
