#!/usr/bin/env bash
# Expected: a link, the raw frame, or a remark.
# Happens: an element without text counts as blank and is removed before any rule for frames is
#   asked.
# Matters: articles moved from one publishing system to another lose their maps, and nobody has a
#   list of them.
# Source: https://github.com/mixmark-io/turndown (Special rules: blank)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps turndown@7.2.5
for name in turndown; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import TurndownService from 'turndown';

const article = '<p>Before</p><iframe src="https://maps.example.org/embed/btk.html" title="Map of the railway"></iframe><p>After</p>';
const text = new TurndownService().turndown(article);
console.log(JSON.stringify(text));
assert.equal(text, 'Before\n\nAfter');
JS
node probe.mjs
