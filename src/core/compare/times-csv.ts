import { writeCsv } from '../dataset/csv.ts';
import type { TimeDistance } from './time-distance.ts';

const HEADER = [
  'item',
  'name',
  'time',
  'kind',
  'from',
  'to',
  'from_estimated_km',
  'to_estimated_km',
  'low',
  'high',
  'unit',
  'basis',
  'when',
  'other_direction',
  'sources',
];

/** One line for each published time of each path, as its source gives it: nothing is added up. */
export function writeTimesCsv(charts: readonly TimeDistance[], getName: (text: string) => string): string {
  const rows = charts.flatMap(({ row, series, whole }) =>
    [...series.flatMap(({ times }) => times), ...whole].map(({ time, fromKm, toKm, reversed }) => [
      ...[row.text, getName(row.text), time.id, time.kind, time.from ?? time.node ?? time.route, time.to],
      ...[fromKm, toKm, time.low, time.high, time.unit, time.basis, time.when, reversed ? 'yes' : 'no', time.sources.join(' ')],
    ]),
  );
  return writeCsv(HEADER, rows);
}
