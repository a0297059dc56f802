#!/usr/bin/env bash
# Expected: addFeatures() takes any GeoJSON line, or throws.
# Happens: only the returned list says "valid: false"; the limits are nine decimals, two numbers a
#   point and ids in the form of a UUID.
# Matters: turf's results have fifteen decimals and GPX has heights, so a route is loaded and simply
#   is not there.
# Source: https://github.com/JamesLMilner/terra-draw/issues/490
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps terra-draw@1.35.0
for name in terra-draw; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { TerraDraw, TerraDrawExtend, TerraDrawLineStringMode } from 'terra-draw';

class NoMap extends TerraDrawExtend.TerraDrawBaseAdapter {
  getLngLatFromEvent() {}
  getMapEventElement() {
    return { addEventListener() {}, removeEventListener() {} };
  }
  setDraggability() {}
  project() {
    return { x: 0, y: 0 };
  }
  unproject() {
    return { lng: 0, lat: 0 };
  }
  setCursor() {}
  setDoubleClickToZoom() {}
  render() {}
  clear() {}
}
const add = (coordinates, more) => {
  const draw = new TerraDraw({ adapter: new NoMap({}), modes: [new TerraDrawLineStringMode()] });
  draw.start();
  const [{ reason }] = draw.addFeatures([{ type: 'Feature', properties: { mode: 'linestring' }, geometry: { type: 'LineString', coordinates }, ...more }]);
  return `${draw.getSnapshot().length} line${reason ? ` (${reason})` : ''}`;
};
const seen = {
  'nine decimals': add([[49.123456789, 40], [50, 41]]),
  'ten decimals': add([[49.1234567891, 40], [50, 41]]),
  heights: add([[49, 40, 100], [50, 41, 200]]),
  'own id': add([[49, 40], [50, 41]], { id: 'baku-tbilisi' }),
};
console.log(seen);
assert.deepEqual(Object.values(seen).map((text) => text[0]), ['1', '0', '0', '0']);
JS
node probe.mjs
