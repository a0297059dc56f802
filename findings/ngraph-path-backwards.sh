#!/usr/bin/env bash
# Expected: find('A', 'C') starts at A; a link added from A to B is not used from B to A.
# Happens: the list starts at the goal; links have two directions unless "oriented" is set, although
#   the graph stores from and to.
# Matters: legs, arrows and itineraries drawn from the list run backwards, and single-direction
#   services go both ways.
# Source: https://github.com/anvaka/ngraph.path
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps ngraph.graph@20.1.2 ngraph.path@1.6.1
for name in ngraph.graph ngraph.path; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import createGraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';

const graph = createGraph();
graph.addLink('A', 'B');
graph.addLink('B', 'C');
const ids = (from, to, options) => aStar(graph, options).find(from, to).map((node) => node.id);
const seen = [ids('A', 'C'), ids('C', 'A'), ids('C', 'A', { oriented: true })];
console.log(seen);
assert.deepEqual(seen, [['C', 'B', 'A'], ['A', 'B', 'C'], []]);
JS
node probe.mjs
