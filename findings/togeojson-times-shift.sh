#!/usr/bin/env bash
# Expected: coordinateProperties.times has one entry a coordinate, null where the point has none.
# Happens: missing times are skipped, so three points have two times, and the third point's time
#   stands at the second.
# Matters: speeds, stops and arrivals computed by index are those of other places. The elder library
#   was mended in 2018.
# Source: https://github.com/mapbox/togeojson/issues/128;
#   https://github.com/placemark/togeojson/pull/47
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12
for name in @tmcw/togeojson @xmldom/xmldom; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { gpx } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';

const text = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="40.0" lon="49"><time>2024-03-01T00:00:00Z</time></trkpt>
<trkpt lat="40.5" lon="49"/>
<trkpt lat="41.0" lon="49"><time>2024-03-01T02:00:00Z</time></trkpt>
</trkseg></trk></gpx>`;
const [track] = gpx(new DOMParser().parseFromString(text, 'text/xml')).features;
const { times } = track.properties.coordinateProperties;
console.log(track.geometry.coordinates.length, 'points, times:', times);
assert.equal(track.geometry.coordinates.length, 3);
assert.deepEqual(times, ['2024-03-01T00:00:00Z', '2024-03-01T02:00:00Z']);
JS
node probe.mjs
