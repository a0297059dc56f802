#!/usr/bin/env bash
# Expected: the colour, or nothing for one that is not known.
# Happens: an unreadable fill falls back to SVG's initial value, black, without a warning.
# Matters: styles taken over from the page's stylesheet make preview pictures with black countries.
# Source: https://www.w3.org/TR/css-color-4/#rgb-functions; https://github.com/linebender/resvg
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

const paint = (fill) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="${fill}"/></svg>`;
  return [...new resvg.Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels.slice(0, 4)].join(' ');
};
const seen = Object.fromEntries(['rgba(255, 0, 0, 0.5)', 'rgb(255 0 0 / 50%)', 'oklch(60% 0.2 30)', 'color-mix(in srgb, red, blue)'].map((fill) => [fill, paint(fill)]));
console.log(seen);
const [first, ...others] = Object.values(seen);
assert.notEqual(first, '0 0 0 255');
assert.ok(others.every((value) => value === '0 0 0 255'));
JS
node probe.mjs
