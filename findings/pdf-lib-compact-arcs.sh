#!/usr/bin/env bash
# Expected: drawSvgPath draws what the grammar of SVG paths allows. The two flags of an arc are one digit
#   each and need no separator: "a40 40 0 1080 0" is "a40 40 0 1 0 80 0". Optimisers write them so.
# Happens: 1080 is read as one number, the arc has too few of them and is left out: a ring becomes a point
#   without size, and nothing is said. When a second arc follows under the same letter its numbers are taken
#   as well, so that an arc is drawn, elsewhere.
# Matters: the rings and pins that mark stations and ports are such arcs. In the printed PDF they are missing
#   or moved while the page on the screen has them. Write the path anew first: svgpath reads it rightly.
# Source: https://www.w3.org/TR/SVG/paths.html#PathDataBNF (as cited in
#   https://github.com/nicklockwood/SVGPath/issues/13); https://github.com/Hopding/pdf-lib/issues/1069
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps pdf-lib@1.17.1 svgpath@2.6.0
for name in pdf-lib svgpath; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.cjs <<'JS'
const assert = require('node:assert/strict');
const { PDFDocument } = require('pdf-lib');
const svgpath = require('svgpath');

const drawPath = async (path) => {
  const document = await PDFDocument.create();
  const page = document.addPage([100, 100]);
  page.drawSvgPath(path, { x: 0, y: 100, borderWidth: 2 });
  const steps = page.getContentStream().operators.map(String);
  return steps.slice(steps.findIndex((step) => step.endsWith(' m')), steps.lastIndexOf('S'));
};
const endOf = (steps) => steps.at(-1).split(' ').slice(4, 6).map((value) => Math.round(value));
const countCurves = (steps) => steps.filter((step) => step.endsWith(' c')).length;

(async () => {
  const ring = 'M10 50a40 40 0 1080 0a40 40 0 10-80 0z';
  const spaced = svgpath(ring).toString();
  const [compact, plain] = [await drawPath(ring), await drawPath(spaced)];
  console.log(ring, '→', compact);
  console.log(spaced, '→', countCurves(plain), 'curves');
  assert.deepEqual(compact, ['10 50 m', 'h']);
  assert.equal(countCurves(plain), 4);

  const bridge = 'M10 50a20 20 0 0140 0 20 20 0 0140 0';
  const ends = [await drawPath(bridge), await drawPath(svgpath(bridge).toString())].map(endOf);
  console.log(bridge, 'ends at', ends[0], 'instead of', ends[1]);
  assert.deepEqual(ends, [
    [30, 70],
    [90, 50],
  ]);
})();
JS
node probe.cjs
