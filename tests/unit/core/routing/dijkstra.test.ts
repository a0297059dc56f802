import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Graph, listEdges, reachNodes } from '../../../../src/core/routing/dijkstra.ts';

interface Edge {
  from: number;
  to: number;
  cost: number;
}

const makeGraph = (edges: readonly Edge[]): Graph<number, Edge> => ({
  edgesFrom: (node) => edges.filter(({ from }) => from === node),
  endOf: ({ to }) => to,
  costOf: ({ cost }) => cost,
});

const NODES = 6;
const node = fc.integer({ min: 0, max: NODES - 1 });
const edges = fc.array(fc.record({ from: node, to: node, cost: fc.integer({ min: 0, max: 9 }) }), { maxLength: 20 });

/** Least costs from node 0 by relaxing all edges until nothing changes. */
function relaxAll(all: readonly Edge[]): number[] {
  const costs = Array.from({ length: NODES }, (_, i) => (i === 0 ? 0 : Infinity));
  for (let round = 0; round < NODES; round++) {
    for (const { from, to, cost } of all) costs[to] = Math.min(costs[to] ?? Infinity, (costs[from] ?? Infinity) + cost);
  }
  return costs;
}

describe('Dijkstra’s search', () => {
  it('finds the least cost to every node, and edges that add up to it', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const reached = reachNodes(makeGraph(all), [0]);
        for (const [i, cost] of relaxAll(all).entries()) {
          const found = reached.get(i);
          expect(found?.cost ?? Infinity).toBe(cost);
          if (found) expect(listEdges(found).reduce((sum, edge) => sum + edge.cost, 0)).toBe(cost);
        }
      }),
    );
  });

  it('takes the edge that is listed first where costs are equal', () => {
    const first = { from: 0, to: 1, cost: 3 };
    const end = reachNodes(makeGraph([first, { from: 0, to: 1, cost: 3 }]), [0], 1).get(1);
    expect(end?.edge).toBe(first);
  });
});
