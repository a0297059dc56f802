/** What the search of the page offers of shipments: those that are loaded, and a number that a file could still have. */
import type { Hit } from '../../../core/dataset/search/search.ts';
import { parseIdentifier } from '../../../core/shipments/events/identifiers.ts';
import type { ShipmentRow } from '../../../core/shipments/view/row.ts';

const PREFIX = 'shipment:';
/** Signs of a number from which loaded shipments are looked through, and how many of them are offered. */
const FEWEST_SIGNS = 4;
const MOST = 3;

/** The number of a hit; null where the hit is none of these. */
export const getHitNumber = (id: string): string | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null);

/** @param describe what stands for a number that no file has had so far */
export function searchShipments(query: string, rows: readonly ShipmentRow[], describe: (id: string) => string): Hit[] {
  const { id: whole, kind } = parseIdentifier(query);
  // As typed: a check digit that is completed may not be that of the papers.
  const typed = query.replace(/[\s.\-_/]/g, '').toUpperCase();
  if (typed.length < FEWEST_SIGNS || !/\d/.test(typed)) return [];
  const found = new Set<string>();
  for (const { id } of rows) {
    if (found.size === MOST) break;
    if (id.toUpperCase().includes(typed)) found.add(id);
  }
  const loaded = [...found].map((id): Hit => ({ id: PREFIX + id, kind: 'shipment', matched: id, label: id }));
  if (kind === 'other' || loaded.length > 0) return loaded;
  const label = describe(whole);
  return [{ id: PREFIX + whole, kind: 'shipment', matched: label, label }];
}
