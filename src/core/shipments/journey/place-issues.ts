/** What is open about the places that a shipment's events and ends name, each place once. */
import type { ReportedPlace } from '../events/event.ts';
import type { ShipmentIssue } from '../events/issues.ts';
import type { PlaceResolver } from '../places/resolve.ts';
import type { PlacedEvent } from './history.ts';

/** @param ends origin and destination, as far as the file names them */
export function listPlaceIssues(
  history: readonly PlacedEvent[],
  ends: readonly (ReportedPlace | undefined)[],
  places: PlaceResolver,
): ShipmentIssue[] {
  const seen = new Set<string>();
  const all = [
    ...history.map(({ resolved, report }) => ({ resolved, where: report.where })),
    ...ends.flatMap((place) => (place ? [{ resolved: places.resolve(place), where: undefined }] : [])),
  ];
  return all.flatMap(({ resolved, where }) =>
    resolved.issues.flatMap(({ code, params }): ShipmentIssue[] => {
      const key = `${code} ${JSON.stringify(params)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ code, ...(where && { where }), ...(params && { params }) }];
    }),
  );
}
