#!/usr/bin/env bash
# Expected: the values that the standard reserves for "not available" are null, as in
#   ais-stream-decoder.
# Happens: ggencoder hides the position (181°, 91°) but passes the other three on as figures.
# Matters: ships at anchor or without a compass become the fastest of the map, and arrows point to
#   511°.
# Source: ITU-R M.1371-5, table 48; https://www.navcen.uscg.gov/ais-class-a-reports
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ggencoder@1.0.10 ais-stream-decoder@2.1.2
for name in ggencoder ais-stream-decoder; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import ggencoder from 'ggencoder';
import decoder from 'ais-stream-decoder';

const sentence = '!AIVDM,1,1,,A,142LQh00?w<tSF0l4Q@>4?wp0000,0*3A';
const { sog, cog, hdg, lon } = new ggencoder.AisDecode(sentence);
const other = await new Promise((done) => {
  const stream = new decoder.default();
  stream.on('data', (data) => done(JSON.parse(data)));
  stream.write(sentence);
});
console.log({ lon, sog, cog, hdg }, { speed: other.speedOverGround, course: other.courseOverGround, heading: other.heading });
assert.deepEqual([lon, sog, cog, hdg], [undefined, 102.3, 360, 511]);
assert.deepEqual([other.speedOverGround, other.courseOverGround, other.heading], [null, null, null]);
JS
node probe.mjs
