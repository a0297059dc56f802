#!/usr/bin/env bash
# Expected: an optimiser keeps what a reader can click; href without a prefix is the form of SVG 2.
# Happens: href is not on the list of attributes of <a>, so the default plugin removes it as
#   unknown; xlink:href is kept.
# Matters: the picture looks the same, so the dead links are found by readers only.
# Source: https://github.com/svg/svgo/issues/2230
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

const picture = (name) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><a ${name}="https://example.org/alat"><path d="M0 0h5v5"/></a></svg>`;
const [plain, prefixed] = ['href', 'xlink:href'].map((name) => optimize(picture(name)).data);
console.log(plain, prefixed);
assert.ok(!plain.includes('example.org'));
assert.ok(prefixed.includes('example.org'));
JS
node probe.mjs
