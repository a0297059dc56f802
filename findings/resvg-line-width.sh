#!/usr/bin/env bash
# Expected: the line keeps its width however the picture is scaled, as in browsers.
# Happens: the attribute is not supported, and the width shrinks with the drawing.
# Matters: maps keep their data in large units and scale them down; a preview picture made on the
#   server is empty.
# Source: https://www.w3.org/TR/SVG2/coords.html#VectorEffects; https://github.com/linebender/resvg
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @resvg/resvg-js@2.6.2
for name in @resvg/resvg-js; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import resvg from '@resvg/resvg-js';

const inked = (attributes) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100000 100000"><path d="M0 50000H100000" stroke="red" ${attributes}/></svg>`;
  const { pixels } = new resvg.Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return pixels.filter((value, i) => i % 4 === 3 && value > 40).length;
};
const seen = [inked('stroke-width="4" vector-effect="non-scaling-stroke"'), inked('stroke-width="4000"')];
console.log('pixels of the line: non-scaling', seen[0], 'scaled', seen[1]);
assert.equal(seen[0], 0);
assert.ok(seen[1] > 300);
JS
node probe.mjs
