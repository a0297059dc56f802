#!/usr/bin/env bash
# Expected: "10" + "10" is shorter than "25", or a weight that is no number is refused.
# Happens: the weights are joined as texts, so Dijkstra takes the direct way of 25 instead of the
#   two of 10.
# Matters: routes through a network read from CSV look plausible, and only the long ones are wrong.
# Source: https://graphology.github.io/standard-library/shortest-path.html (getEdgeWeight)
set -euo pipefail
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
cd "$box"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --prefer-offline --ignore-scripts --legacy-peer-deps graphology@0.26.0 graphology-shortest-path@2.1.0 graphology-types@0.24.8
for name in graphology graphology-shortest-path graphology-types; do
  node -p "'$name@' + JSON.parse(fs.readFileSync('node_modules/$name/package.json')).version"
done
cat >probe.mjs <<'JS'
import assert from 'node:assert/strict';
import graphology from 'graphology';
import { dijkstra } from 'graphology-shortest-path';

const route = (weights) => {
  const graph = new graphology.UndirectedGraph();
  [['Alat', 'Ganja'], ['Ganja', 'Poti'], ['Alat', 'Poti']].forEach(([from, to], i) => graph.mergeEdge(from, to, { weight: weights[i] }));
  return dijkstra.bidirectional(graph, 'Alat', 'Poti');
};
const seen = { numbers: route([10, 10, 25]), texts: route(['10', '10', '25']) };
console.log(seen);
assert.deepEqual(seen, { numbers: ['Alat', 'Ganja', 'Poti'], texts: ['Alat', 'Poti'] });
JS
node probe.mjs
