#!/usr/bin/env bash
# Expected: heights are read as they are written, and a height that is not written is missing.
# Happens: 0 m and a missing height both become -1 m. Of a route no height is read: all its points are at
#   -1 m, whatever the file says, while tracks and waypoints have theirs.
# Matters: a route planned over a pass is drawn as a profile below the sea, without a warning; in a harbour at
#   sea level and at gaps of the receiver a profile drops to -1 m. In lands on the Caspian -1 m is an ordinary
#   height, so it cannot be sorted out afterwards.
# Source: https://www.topografix.com/GPX/1/1/ (wptType: ele is optional); lib/gpxWaypoint.js of the package
#   (https://github.com/elliotstokes/gpx-parse)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps gpx-parse@0.10.4
for name in gpx-parse; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const { parseGpx } = require('gpx-parse');

const points = (tag) =>
  ['<ele>0</ele>', '', '<ele>2100.5</ele>', '<ele>-28</ele>']
    .map((height, at) => `<${tag} lat="40.${at}" lon="49.8">${height}</${tag}>`)
    .join('');
const file = `<?xml version="1.0"?><gpx version="1.1" creator="example" xmlns="http://www.topografix.com/GPX/1/1">${points('wpt')}<rte>${points('rtept')}</rte><trk><trkseg>${points('trkpt')}</trkseg></trk></gpx>`;
parseGpx(file, (error, { waypoints, routes, tracks }) => {
  assert.equal(error, null);
  const heights = (list) => list.map(({ elevation }) => elevation);
  const found = {
    waypoints: heights(waypoints),
    route: heights(routes[0].points),
    track: heights(tracks[0].segments[0]),
  };
  console.log('written: 0, nothing, 2100.5, -28; read:', found);
  assert.deepEqual(found, {
    waypoints: [-1, -1, 2100.5, -28],
    route: [-1, -1, -1, -1],
    track: [-1, -1, 2100.5, -28],
  });
});
JS
node probe.cjs
