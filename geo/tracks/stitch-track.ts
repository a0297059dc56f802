import { distance } from '@turf/distance';
import type { Position } from '../../src/core/dataset/model.ts';
import { type Graph, listEdges, reachNodes } from '../../src/core/routing/dijkstra.ts';
import type { RailWay } from './overpass.ts';

/** One kilometre between a node and the track counts for this many, so that a line joins the track that is near. */
const OFF_TRACK = 3;

export interface Stitched {
  /** From the one node to the other, both in it. */
  line: Position[];
  /** OpenStreetMap's ways that it takes, in order. */
  ways: number[];
}

/** A point of a track, or a node of the network. */
interface Place {
  key: string;
  at: Position;
}

interface Edge {
  to: Place;
  km: number;
  /** Null between a node and the track. */
  way: number | null;
}

/**
 * The shortest track between two nodes over the ways that share points.
 *
 * @param snapKm how far a node may lie from the track
 * @returns the line, or what is missing, in words for the person who runs the refresh
 */
export function stitchTrack(ways: readonly RailWay[], from: Position, to: Position, snapKm: number): Stitched | string {
  const network = new TrackNetwork();
  const ends: End[] = [
    { key: 'from', at: from, nearestKm: Infinity },
    { key: 'to', at: to, nearestKm: Infinity },
  ];
  for (const way of ways) addWay(network, way, ends, snapKm);
  for (const { key, nearestKm } of ends) {
    if (nearestKm > snapKm) return `no track within ${snapKm} km of its node "${key}" (${describeNearest(nearestKm)})`;
  }
  const reached = reachNodes(network, ['from'], 'to').get('to');
  if (!reached) return 'the track has a gap between its nodes';
  const edges = listEdges(reached);
  const line: Position[] = [from];
  for (const { to: place } of edges) {
    const last = line.at(-1);
    if (!last || distance(place.at, last) > 0) line.push(place.at);
  }
  const taken = edges.flatMap(({ way }) => way ?? []);
  return { line, ways: taken.filter((id, i) => id !== taken[i - 1]) };
}

/** A node that the track has to come to, and how near it comes. */
interface End extends Place {
  nearestKm: number;
}

class TrackNetwork implements Graph<string, Edge> {
  readonly #edges = new Map<string, Edge[]>();

  join(a: Place, b: Place, km: number, way: number | null): void {
    this.#add(a.key, { to: b, km, way });
    this.#add(b.key, { to: a, km, way });
  }

  edgesFrom(key: string): readonly Edge[] {
    return this.#edges.get(key) ?? [];
  }

  endOf({ to }: Edge): string {
    return to.key;
  }

  costOf({ km }: Edge): number {
    return km;
  }

  #add(key: string, edge: Edge): void {
    const beside = this.#edges.get(key);
    if (beside) beside.push(edge);
    else this.#edges.set(key, [edge]);
  }
}

/** Adds the segments of a way, cut where an end is nearest to each. */
function addWay(network: TrackNetwork, { id, nodes, geometry }: RailWay, ends: readonly End[], snapKm: number): void {
  let before: Place | undefined;
  for (const [i, { lon, lat }] of geometry.entries()) {
    const place: Place = { key: String(nodes[i]), at: [lon, lat] };
    if (before) addSegment(network, before, place, { way: id, name: `${id}:${i}`, ends, snapKm });
    before = place;
  }
}

interface SegmentOptions {
  way: number;
  name: string;
  ends: readonly End[];
  snapKm: number;
}

function addSegment(network: TrackNetwork, a: Place, b: Place, { way, name, ends, snapKm }: SegmentOptions): void {
  const feet: (Place & { share: number })[] = [];
  for (const end of ends) {
    const foot = findFoot(end.at, a.at, b.at);
    const km = distance(end.at, foot.at);
    end.nearestKm = Math.min(end.nearestKm, km);
    if (km > snapKm) continue;
    const place = { key: `${end.key}@${name}`, ...foot };
    feet.push(place);
    network.join(end, place, km * OFF_TRACK, null);
  }
  let from = a;
  for (const stop of [...feet.sort((p, q) => p.share - q.share), b]) {
    network.join(from, stop, distance(from.at, stop.at), way);
    from = stop;
  }
}

const describeNearest = (km: number): string =>
  Number.isFinite(km) ? `the nearest is ${km.toFixed(2)} km off` : 'there is none at all';

/** The point of a segment that is nearest to a place, in the plane about it, and where on the segment it is, 0 to 1. */
function findFoot([lon, lat]: Position, a: Position, b: Position): { at: Position; share: number } {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * squeeze, b[1] - a[1]];
  const size = dx * dx + dy * dy;
  const share = size === 0 ? 0 : ((lon - a[0]) * squeeze * dx + (lat - a[1]) * dy) / size;
  const within = Math.min(1, Math.max(0, share));
  return { at: [a[0] + (b[0] - a[0]) * within, a[1] + (b[1] - a[1]) * within], share: within };
}
