#!/usr/bin/env bash
# Expected: what togeojson reads from a track, togpx writes to a track.
# Happens: one keeps times in coordinateProperties.times (since 2021), the other looks for
#   coordTimes or times.
# Matters: a track edited on a map comes back as a line without speed or stops.
# Source: https://github.com/tyrasd/togpx/issues/12; https://github.com/placemark/togeojson/pull/47
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps togpx@0.5.4 @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12
for name in togpx @tmcw/togeojson @xmldom/xmldom; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import togpx from 'togpx';
import { gpx } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';

const time = '2024-03-01T01:00:00Z';
const text = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg><trkpt lat="1" lon="2"><time>2024-03-01T00:00:00Z</time></trkpt><trkpt lat="1.1" lon="2"><time>${time}</time></trkpt></trkseg></trk></gpx>`;
const collection = gpx(new DOMParser().parseFromString(text, 'text/xml'));
const back = togpx(collection);
console.log(collection.features[0].properties.coordinateProperties, back);
assert.equal(collection.features[0].properties.coordinateProperties.times[1], time);
assert.ok(!back.includes(time));
assert.ok(!back.includes('<time>'));
JS
node probe.mjs
