#!/usr/bin/env bash
# Expected: rounding follows the size of the viewBox, or is harmless.
# Happens: three digits after the point are kept whatever the scale, so 0.0004° of line width is 0,
#   and a line without width needs no colour.
# Matters: drawing GeoJSON without projecting it is the simplest way to a map picture, and small
#   areas vanish.
# Source: https://svgo.dev/docs/preset-default/ (floatPrecision 3)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps svgo@4.1.0
for name in svgo; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { optimize } from 'svgo';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="49.85 40.40 0.02 0.02"><path d="M49.8511 40.4012L49.8514 40.4019L49.8518 40.4021" fill="none" stroke="red" stroke-width="0.0004"/></svg>';
const { data } = optimize(picture);
console.log(data);
assert.ok(!data.includes('red'));
assert.ok(!data.includes('49.8514'));
JS
node probe.mjs
