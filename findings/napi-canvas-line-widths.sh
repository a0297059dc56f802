#!/usr/bin/env bash
# Expected: a width of 6 in a style sheet is as good as a width of 6px or as the attribute: SVG takes plain
#   numbers for lengths in its properties.
# Happens: in a style sheet or a style attribute the plain number is ignored, the colour beside it is not:
#   all such lines are one pixel wide.
# Matters: maps are drawn on servers by this canvas for cards and thumbnails; roads and railways become
#   hairlines, and no error is given. Write px, or attributes.
# Source: https://www.w3.org/TR/SVG2/painting.html#StrokeWidth (a number is allowed);
#   https://github.com/Brooooooklyn/canvas
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts @napi-rs/canvas@1.1.1
node -p "'@napi-rs/canvas@' + JSON.parse(fs.readFileSync('node_modules/@napi-rs/canvas/package.json')).version"
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import canvas from '@napi-rs/canvas';

/** Rows of pixels that a level line covers, faint ones too. */
async function countRows(sheet, attributes) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><style>${sheet}</style><path class="line" ${attributes} d="M0 50H100"/></svg>`;
  const picture = canvas.createCanvas(100, 100).getContext('2d');
  picture.drawImage(await canvas.loadImage(Buffer.from(svg)), 0, 0);
  const { data } = picture.getImageData(50, 0, 1, 100);
  return data.filter((value, i) => i % 4 === 3 && value > 0).length;
}
const rows = {
  attribute: await countRows('', 'stroke="#d00" stroke-width="6"'),
  'sheet, 6px': await countRows('.line{stroke:#d00;stroke-width:6px}', ''),
  'sheet, 6': await countRows('.line{stroke:#d00;stroke-width:6}', ''),
  'style attribute, 6': await countRows('', 'style="stroke:#d00;stroke-width:6"'),
};
console.log(rows);
// A line of one pixel lies half on each of two rows.
assert.deepEqual(Object.values(rows), [6, 6, 2, 2]);
JS
node probe.mjs
