/** Tables as text: the separator is the one that makes the best header. */
import Papa from 'papaparse';
import type { ReadReports } from '../events/event.ts';
import { ShipmentError } from '../events/issues.ts';
import { findHeader, readTable } from './table.ts';

const SEPARATORS = [';', '\t', ',', '|'];
/** Lines that decide on the separator. */
const SAMPLE = 40;

function findSeparator(text: string): string {
  const sample = text.split(/\r?\n/, SAMPLE).join('\n');
  let [best, most] = [SEPARATORS[0]!, 0];
  for (const delimiter of SEPARATORS) {
    const header = findHeader(Papa.parse<string[]>(sample, { delimiter }).data);
    const found = header ? Object.keys(header.columns).length : 0;
    if (found > most) [best, most] = [delimiter, found];
  }
  return best;
}

/**
 * Reads a table of text.
 *
 * @throws ShipmentError `no-header`, `not-a-shipment-file`, `empty`
 */
export function readCsv(text: string): ReadReports {
  const delimiter = findSeparator(text);
  const { data } = Papa.parse<string[]>(text, { delimiter });
  // Prose has no columns, so there is no header to miss.
  if (data.slice(0, SAMPLE).every((row) => row.length < 3) && !findHeader(data)) {
    throw new ShipmentError({ code: 'not-a-shipment-file' });
  }
  try {
    const { kind, ...read } = readTable({ rows: data });
    const format = `${kind}-csv`;
    if (read.reports.length === 0) throw new ShipmentError({ code: 'empty' }, format);
    return { format, ...read };
  } catch (error) {
    if (error instanceof ShipmentError && error.issue.code === 'no-header')
      throw new ShipmentError(error.issue, 'dislocation-csv', error);
    throw error;
  }
}
