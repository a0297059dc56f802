#!/usr/bin/env bash
# Expected: a custom element is left as it is, like a div or an iframe.
# Happens: elements that are not on a list of blocks count as words of a paragraph, so <p> and </p>
#   cross the element's tags.
# Matters: browsers mend such markup by ending the element early, and the fallback link stands
#   beside the map.
# Source: https://developer.wordpress.org/block-editor/reference-guides/packages/packages-autop/
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps @wordpress/autop@4.56.0
for name in @wordpress/autop; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import { autop } from '@wordpress/autop';

const link = '\n\n<a href="https://maps.example.org/">Map</a>\n\n';
const [custom, known] = [autop(`<rail-map>${link}</rail-map>`), autop(`<figure>${link}</figure>`)];
console.log(custom, known);
assert.match(custom, /<p><rail-map><\/p>/);
assert.ok(!known.includes('<p><figure>'));
JS
node probe.mjs
