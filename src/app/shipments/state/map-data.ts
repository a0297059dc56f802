/** What the map shows of followed shipments. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { Position } from '../../../core/dataset/model.ts';
import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import { buildGathered, gatherPlaces } from '../../../core/shipments/view/gather.ts';
import { findPlacesAt, type Replay } from '../../../core/shipments/view/replay.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';
import { SHIPMENT } from '../../../core/style/shipment.ts';

export interface ShipmentMapData {
  ways: FeatureCollection<LineString | Point>;
  counts: FeatureCollection<Point>;
}

/** Place of each shipment at the time of a replay, by its key. */
type PlacesAt = ReadonlyMap<string, { spot: string; lonLat: Position } | null>;

interface Shown {
  detail: ShipmentDetail | null;
  time: number | null;
  placesAt: PlacesAt | null;
}

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
const getSpot = (row: ShipmentRow, placesAt: PlacesAt | null) =>
  placesAt ? (placesAt.get(row.key) ?? { spot: null, lonLat: null }) : row;

export function locateAt(replay: Replay, time: number): PlacesAt {
  const found = findPlacesAt(replay, time);
  const { keys, places } = replay;
  return new Map(keys.map((key, i) => [key, places[found[i] ?? -1] ?? null]));
}

/** The selected shipment with its ways, else the listed ones as counts at their places. */
export function buildMapData(
  { detail, time, placesAt }: Shown,
  found: readonly ShipmentRow[],
  formatCount: (count: number) => string,
): ShipmentMapData {
  if (detail) return { ways: time === null ? detail.map : buildWaysAt(detail, time), counts: EMPTY };
  return { ways: EMPTY, counts: buildGathered(gatherPlaces(found.map((row) => getSpot(row, placesAt))), formatCount) };
}

/** A shipment as its reports up to a time tell of it: nothing is put between two of them. */
function buildWaysAt({ journey, map }: ShipmentDetail, time: number): ShipmentMapData['ways'] {
  const features: Feature<LineString | Point>[] = [];
  const add = (role: string, geometry: LineString | Point) => features.push({ type: 'Feature', properties: { role }, geometry });
  const reported = journey.stops.filter(({ part }) => part === 'done');
  const last = reported.findLastIndex(({ events }) => events.some(({ at, classifier }) => classifier === 'ACT' && at <= time));
  reported.forEach(({ line }, i) => {
    if (line.length > 1) add(i <= last ? 'done' : 'ahead', { type: 'LineString', coordinates: line.map((p) => [...p]) });
  });
  const ahead = map.features.filter(({ properties }) => properties?.['role'] === 'ahead');
  const at = reported[last]?.lonLat;
  if (at) add('position', { type: 'Point', coordinates: [...at] });
  return { type: 'FeatureCollection', features: [...ahead, ...features] };
}

/** The listed shipments that a count on the map stands for; null where something else was picked. */
export function findShipmentsAt(
  id: string,
  found: readonly ShipmentRow[],
  placesAt: PlacesAt | null,
): { spot: string; rows: ShipmentRow[] } | null {
  if (!id.startsWith(SHIPMENT.pickPrefix)) return null;
  const spot = id.slice(SHIPMENT.pickPrefix.length);
  return { spot, rows: found.filter((row) => getSpot(row, placesAt).spot === spot) };
}
