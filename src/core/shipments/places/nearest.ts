/** Where on the network a point lies: at a node, on a line, beside it or far from both. */
import { distance } from '@turf/distance';
import { lineString, point } from '@turf/helpers';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import { computeExtent } from '../../geo/bounding-box.ts';
import type { LinkFeature, Position } from '../../dataset/model.ts';
import type { Network } from '../../routing/best-paths.ts';
import { toMetres } from '../../measure/measure.ts';

/** Kilometres within which a point is at a node, and within which it is on a line: lines drawn from station to station lie that far off. */
const NODE_KM = 5;
const LINE_KM = 10;
/** Beyond it the distance from the line is told. */
export const BESIDE_KM = 2;

/** A place on the network: a node, or a point of a link by kilometres from its `from`. */
export type Spot = { node: string } | { link: string; km: number };

export interface Nearest {
  spot: Spot;
  /** From the point to the node or line. */
  offKm: number;
}

const DEGREE_KM = 111;

function createBoxTest([lon, lat]: Position, km: number): (box: readonly number[]) => boolean {
  const dLat = km / DEGREE_KM;
  const dLon = dLat / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return ([west, south, east, north]) =>
    lon >= west! - dLon && lon <= east! + dLon && lat >= south! - dLat && lat <= north! + dLat;
}

/** Finds the nearest place of a network; null beyond `LINE_KM` from every open line. */
export function createNearestFinder(network: Network): (at: Position) => Nearest | null {
  const nodes = [...network.nodes.values()].map(({ properties: { id }, geometry: { coordinates } }) => ({ id, at: coordinates }));
  const links = [...network.links.values()]
    .filter(({ properties }) => properties.status === 'open')
    .map((link) => ({ link, box: computeExtent(link.geometry.coordinates)! }));
  return (at) => {
    const isNearNode = createBoxTest(at, NODE_KM);
    let best: Nearest | null = null;
    for (const node of nodes) {
      if (!isNearNode([...node.at, ...node.at])) continue;
      const offKm = distance(at, node.at);
      if (offKm <= NODE_KM && offKm < (best?.offKm ?? Infinity)) best = { spot: { node: node.id }, offKm };
    }
    if (best) return best;
    const isNearLine = createBoxTest(at, LINE_KM);
    for (const { link, box } of links) {
      if (!isNearLine(box)) continue;
      const found = findOnLink(link, at);
      if (found.offKm <= LINE_KM && found.offKm < (best?.offKm ?? Infinity)) best = found;
    }
    return best;
  };
}

function findOnLink({ properties: { id, drawnKm }, geometry: { coordinates } }: LinkFeature, at: Position): Nearest {
  const { properties } = nearestPointOnLine(lineString(coordinates.map((p) => [...p])), point([...at]));
  return { spot: { link: id, km: toMetres(Math.min(drawnKm, properties.totalDistance)) }, offKm: properties.pointDistance };
}
