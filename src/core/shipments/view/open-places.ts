/** What files call places and no node answers to: for the reader to pick, once for all rows of one text. */
import type { ShipmentIssueCode } from '../events/issues.ts';
import type { ReportedPlace } from '../events/event.ts';
import type { Shipment } from '../journey/follow.ts';

export interface OpenPlace {
  /** As the files write it. */
  text: string;
  code: ShipmentIssueCode;
  /** How many events and ends of ways name it. */
  count: number;
  country: string | null;
}

/** Issues of a place that a pick settles; a guess that was told of can be put right as well. */
const SETTLED: readonly ShipmentIssueCode[] = ['ambiguous-place', 'assumed-place', 'unknown-code', 'unknown-place'];

export function findOpenPlaces(shipments: readonly Shipment[]): OpenPlace[] {
  const open = new Map<string, OpenPlace>();
  const note = (place: ReportedPlace, code: ShipmentIssueCode): void => {
    const known = open.get(place.text);
    if (known) known.count += 1;
    else open.set(place.text, { text: place.text, code, count: 1, country: place.country ?? null });
  };
  for (const { history, issues } of shipments) {
    const placed = new Set<string>();
    for (const { place, resolved } of history) {
      placed.add(place.text);
      const found = resolved.issues.find(({ code }) => SETTLED.includes(code));
      if (found) note(place, found.code);
    }
    // Ends of the way that no event names.
    for (const { code, params } of issues) {
      const text = String(params?.['value'] ?? '');
      if (SETTLED.includes(code) && text !== '' && !placed.has(text)) note({ text }, code);
    }
  }
  return [...open.values()].sort((a, b) => b.count - a.count || a.text.localeCompare(b.text));
}
