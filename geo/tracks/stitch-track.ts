import { distance } from '@turf/distance';
import Graph from 'graphology';
import { dijkstra } from 'graphology-shortest-path';
import type { Position } from '../../src/core/dataset/model.ts';
import type { RailWay } from './overpass.ts';

/** A kilometre between a node and the track counts for so many, so that a line joins the track that is near. */
const OFF_TRACK = 3;

export interface Stitched {
  /** From the one node to the other, both in it. */
  line: Position[];
  /** OpenStreetMap's ways that it takes, in order. */
  ways: number[];
}

interface Edge {
  km: number;
  way: number | null;
}

/**
 * The shortest track between two nodes over the ways that share points.
 *
 * @param snapKm how far a node may lie from the track
 * @returns the line, or what is missing, in words for the person who runs the refresh
 */
export function stitchTrack(ways: readonly RailWay[], from: Position, to: Position, snapKm: number): Stitched | string {
  const places = new Map<string, Position>([
    ['from', from],
    ['to', to],
  ]);
  const graph = new Graph<object, Edge>({ type: 'undirected', allowSelfLoops: false });
  const near = { from: Infinity, to: Infinity };
  /** Of two edges between the same points the shorter one counts. */
  const join = (a: string, b: string, km: number, way: number | null) => {
    graph.mergeNode(a);
    graph.mergeNode(b);
    if (a === b) return;
    const known = graph.edge(a, b);
    if (known === undefined) graph.addEdge(a, b, { km, way });
    else if (graph.getEdgeAttribute(known, 'km') > km) graph.replaceEdgeAttributes(known, { km, way });
  };
  for (const { id, nodes, geometry } of ways) {
    const points = geometry.map(({ lon, lat }): Position => [lon, lat]);
    nodes.forEach((node, i) => places.set(String(node), points[i]!));
    for (let i = 1; i < nodes.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      const stops = [{ key: String(nodes[i - 1]), at: a, share: 0 }];
      for (const [end, place] of [['from', from] as const, ['to', to] as const]) {
        const { at, share } = foot(place, a, b);
        const km = distance(place, at);
        near[end] = Math.min(near[end], km);
        if (km > snapKm) continue;
        const key = `${end}@${id}:${i}`;
        places.set(key, at);
        stops.push({ key, at, share });
        join(end, key, km * OFF_TRACK, null);
      }
      stops.push({ key: String(nodes[i]), at: b, share: 1 });
      stops.sort((p, q) => p.share - q.share);
      stops.slice(1).forEach(({ key, at }, k) => join(stops[k]!.key, key, distance(stops[k]!.at, at), id));
    }
  }
  for (const end of ['from', 'to'] as const) {
    if (near[end] > snapKm) return `no track within ${snapKm} km of its node "${end}" (${told(near[end])})`;
  }
  // The library says null where there is no way, although its types do not.
  const path: string[] | null = dijkstra.bidirectional(graph, 'from', 'to', 'km');
  if (!path) return 'the track has a gap between its nodes';
  const taken = path.slice(1).flatMap((key, i) => graph.getEdgeAttribute(graph.edge(path[i]!, key), 'way') ?? []);
  const line = path.map((key) => places.get(key)!).filter((p, i, all) => i === 0 || distance(p, all[i - 1]!) > 0);
  return { line, ways: taken.filter((id, i) => id !== taken[i - 1]) };
}

const told = (km: number): string => (Number.isFinite(km) ? `the nearest is ${km.toFixed(2)} km off` : 'there is none at all');

/** The point of a segment that is nearest to a place, in the plane about it, and where on the segment it is, 0 to 1. */
function foot([lon, lat]: Position, a: Position, b: Position): { at: Position; share: number } {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]];
  const size = dx * dx + dy * dy;
  const share = size === 0 ? 0 : ((lon - a[0]) * squeeze * dx + (lat - a[1]) * dy) / size;
  const within = Math.min(1, Math.max(0, share));
  return { at: [a[0] + (b[0] - a[0]) * within, a[1] + (b[1] - a[1]) * within], share: within };
}
