/** Shipments as GeoJSON: the way done, the way ahead, where each was last reported, and where it may be. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { along } from '@turf/along';
import { lineString } from '@turf/helpers';
import type { Position } from '../dataset/model.ts';
import type { Network } from '../routing/best-paths.ts';
import type { ShipmentRole } from '../style/shipment.ts';
import type { Shipment } from './journey/follow.ts';
import type { WayLeg } from './journey/length.ts';
import type { Way } from './journey/paths.ts';

type ShipmentFeature = Feature<LineString | Point, { shipment: string; role: ShipmentRole; state: Shipment['state'] }>;

/** The vertices of a leg in the order of travel. */
function drawLeg({ links }: Network, { id, reversed, fromKm, toKm }: WayLeg): Position[] {
  const link = links.get(id)!;
  const line = link.geometry.coordinates;
  const { drawnKm } = link.properties;
  if (fromKm === undefined || toKm === undefined) return reversed ? line.toReversed() : line;
  const whole = lineString(line.map((p) => [...p]));
  const STEPS = 32;
  const run = Array.from({ length: STEPS + 1 }, (_, i): Position => {
    const km = fromKm + ((Math.min(toKm, drawnKm) - fromKm) * i) / STEPS;
    const [lon = 0, lat = 0] = along(whole, km).geometry.coordinates;
    return [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4];
  });
  return reversed ? run.toReversed() : run;
}

/** The line of a way, one section after the other. */
export function drawWay(network: Network, { legs }: Way): Position[] {
  const line: Position[] = [];
  for (const leg of legs) {
    const run = drawLeg(network, leg);
    line.push(...(line.length > 0 ? run.slice(1) : run));
  }
  return line;
}

/** Where a shipment was last reported; null where that is not known. */
export function locateShipment(
  { nodes }: Network,
  { position: { nodeId, lonLat } }: Pick<Shipment, 'position'>,
): Position | null {
  return lonLat ?? (nodeId ? (nodes.get(nodeId)?.geometry.coordinates ?? null) : null);
}

export function buildShipmentMap(network: Network, shipments: readonly Shipment[]): FeatureCollection<LineString | Point> {
  const features = shipments.flatMap((shipment): ShipmentFeature[] => {
    const describe = (role: ShipmentRole) => ({ shipment: shipment.id, role, state: shipment.state });
    const ways = [
      ['done', shipment.done],
      ['ahead', shipment.left],
    ] as const;
    const lines = ways.flatMap(([role, way]): ShipmentFeature[] => {
      const coordinates = way ? drawWay(network, way).map((p) => [...p]) : [];
      if (coordinates.length < 2) return [];
      return [{ type: 'Feature', properties: describe(role), geometry: { type: 'LineString', coordinates } }];
    });
    const points = [
      ['position', locateShipment(network, shipment)],
      ['estimate', shipment.estimate?.lonLat],
    ] as const;
    return [
      ...lines,
      ...points.flatMap(([role, at]): ShipmentFeature[] =>
        at ? [{ type: 'Feature', properties: describe(role), geometry: { type: 'Point', coordinates: [...at] } }] : [],
      ),
    ];
  });
  return { type: 'FeatureCollection', features };
}
