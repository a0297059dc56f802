import TinyQueue from 'tinyqueue';

/** What is searched: nodes of any kind, edges with a cost of at least 0. */
export interface Graph<N, E> {
  edgesFrom(node: N): Iterable<E>;
  endOf(edge: E): N;
  costOf(edge: E): number;
}

/** A node with the cheapest way to it: the last edge, and the node before. */
export interface Reached<N, E> {
  node: N;
  cost: number;
  edge: E | null;
  before: Reached<N, E> | null;
}

/**
 * Dijkstra's search: every node that can be reached, with its least cost. Among equal costs the edge that is listed first wins, so
 * that a result never depends on chance.
 *
 * @param end stops the search as soon as this node is reached
 */
export function reachNodes<N, E>(graph: Graph<N, E>, starts: Iterable<N>, end?: N): Map<N, Reached<N, E>> {
  const reached = new Map<N, Reached<N, E>>();
  let order = 0;
  const entries = Array.from(starts, (node) => ({ node, cost: 0, edge: null, before: null, order: order++ }));
  const queue = new TinyQueue<Reached<N, E> & { order: number }>(entries, (a, b) => a.cost - b.cost || a.order - b.order);
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (reached.has(next.node)) continue;
    reached.set(next.node, next);
    if (next.node === end) break;
    for (const edge of graph.edgesFrom(next.node)) {
      const node = graph.endOf(edge);
      if (!reached.has(node)) queue.push({ node, cost: next.cost + graph.costOf(edge), edge, before: next, order: order++ });
    }
  }
  return reached;
}

/** The edges that lead to a node, in the order of travel. */
export function listEdges<N, E>(reached: Reached<N, E>): E[] {
  const edges: E[] = [];
  for (let at: Reached<N, E> | null = reached; at; at = at.before) if (at.edge !== null) edges.push(at.edge);
  return edges.reverse();
}
