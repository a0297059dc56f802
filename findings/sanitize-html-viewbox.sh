#!/usr/bin/env bash
# Expected: what is on the list passes.
# Happens: names are made lower-case before they are compared, so "viewBox" and "linearGradient"
#   never match.
# Matters: the picture stays, at a wrong scale: cut off or tiny. "viewbox" on the list, or the
#   parser's option, is needed.
# Source: https://github.com/apostrophecms/sanitize-html/issues/276
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps sanitize-html@2.17.5
for name in sanitize-html; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import sanitizeHtml from 'sanitize-html';

const map = '<svg viewBox="0 0 100 50"><path d="M0 0h5"></path></svg>';
const clean = (options) => sanitizeHtml(map, { allowedTags: ['svg', 'path'], allowedAttributes: { svg: ['viewBox'], path: ['d'] }, ...options });
const seen = [clean({}), clean({ parser: { lowerCaseAttributeNames: false } })];
console.log(seen);
assert.equal(seen[0], '<svg><path d="M0 0h5"></path></svg>');
assert.equal(seen[1], map);
JS
node probe.mjs
