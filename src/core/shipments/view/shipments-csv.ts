import { type Cell, writeCsv } from '../../dataset/csv.ts';
import { formatTime } from '../events/time.ts';
import type { Shipment } from '../journey/follow.ts';
import { getNode } from '../journey/history.ts';
import type { Way } from '../journey/paths.ts';

const HEADER = [
  ...['shipment', 'file', 'state', 'place', 'node', 'time', 'zone', 'event', 'left', 'origin', 'destination'],
  ...['km_done', 'km_done_low', 'km_done_high', 'km_left', 'km_left_low', 'km_left_high', 'file_km_left'],
  ...['borders_ahead', 'gauge_breaks_ahead', 'arrival_low', 'arrival_high', 'findings'],
];

const writeKm = (way: Way | null): Cell[] => [way?.km, way?.low, way?.high];
const writeDate = (ms: number | undefined): Cell => (ms === undefined ? undefined : new Date(ms).toISOString());

/** One line a shipment; kilometres are estimated ones, times as the file has them. */
export function writeShipmentsCsv(shipments: Iterable<readonly [file: string, shipment: Shipment]>): string {
  const rows = [...shipments].map(([file, shipment]): Cell[] => {
    const { id, state, last, position, origin, destination, done, left, ahead, arrival, fileKmLeft, issues } = shipment;
    return [
      ...[id, file, state, last?.place.text, (last && getNode(last)) ?? undefined, last ? formatTime(last.time) : undefined],
      ...[last?.time.zone, last?.kind, position.left ? 'yes' : 'no', origin ?? undefined, destination ?? undefined],
      ...writeKm(done),
      ...writeKm(left),
      ...[fileKmLeft ?? undefined, ahead?.borders, ahead?.gaugeBreaks, writeDate(arrival?.low), writeDate(arrival?.high)],
      [...new Set(issues.map(({ code }) => code))].join(' '),
    ];
  });
  return writeCsv(HEADER, rows);
}
