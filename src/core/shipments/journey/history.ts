/** The events of a shipment in the order of time, each at its place. */
import type { Position } from '../../dataset/model.ts';
import type { Network } from '../../routing/best-paths.ts';
import type { Report, ReportedEvent, ReportedPlace, ReportedTime } from '../events/event.ts';
import { getZoneOffset, toInstant } from '../events/zones.ts';
import type { Spot } from '../places/nearest.ts';
import type { PlaceContext, PlaceResolver, ResolvedPlace } from '../places/resolve.ts';
import type { ShipmentReports } from './group.ts';

export interface PlacedEvent extends ReportedEvent {
  place: ReportedPlace;
  time: ReportedTime;
  report: Report;
  resolved: ResolvedPlace;
  spot: Spot | null;
  /** Country of the node; null where it is not known. */
  country: string | null;
  /** Milliseconds since 1970, local times by the clock of the country. */
  at: number;
}

export const getNode = ({ spot }: { spot: Spot | null }): string | null => (spot && 'node' in spot ? spot.node : null);

const isComplete = (report: Report): report is Report & { event: ReportedEvent & { place: ReportedPlace; time: ReportedTime } } =>
  report.event?.place != null && report.event.time !== null;

function getCountry({ nodes, links }: Network, spot: Spot | null): string | null {
  const node = spot && ('node' in spot ? spot.node : links.get(spot.link)?.properties.from);
  return (node && nodes.get(node)?.properties.country) || null;
}

/** Places and orders the events of a shipment; those without a known place take the clock of the event before. */
export function buildHistory(
  network: Network,
  places: PlaceResolver,
  { reports }: ShipmentReports,
  context: PlaceContext,
): PlacedEvent[] {
  const placed = reports.filter(isComplete).map((report) => {
    const resolved = places.resolve(report.event.place, context);
    return { report, resolved, country: getCountry(network, resolved.spot) ?? report.event.place.country ?? null };
  });
  let clock = placed.map(({ country, report }) => getClock(country, report)).find((offset) => offset !== null) ?? 0;
  const events = placed.map(({ report, resolved, country }): PlacedEvent => {
    clock = getClock(country, report) ?? clock;
    return { ...report.event, report, resolved, spot: resolved.spot, country, at: toInstant(report.event.time, country, clock) };
  });
  return sortByTime(events);
}

const getClock = (country: string | null, { event }: Report): number | null =>
  event?.time?.zone === 'given' ? event.time.offset : country === null ? null : getZoneOffset(country, event!.time!.ms);

/** Equal times keep the order of the file, turned round where the file runs back in time. */
function sortByTime(events: readonly PlacedEvent[]): PlacedEvent[] {
  let trend = 0;
  events.forEach((event, i) => {
    if (i > 0) trend += Math.sign(event.at - events[i - 1]!.at);
  });
  return (trend < 0 ? events.toReversed() : [...events]).sort((a, b) => a.at - b.at);
}

/** Where a named end of the way lies, for telling places of one name apart. */
export function locatePlace(network: Network, places: PlaceResolver, place: ReportedPlace | undefined): Position | undefined {
  if (!place) return undefined;
  const { spot, lonLat } = places.resolve(place);
  return lonLat ?? (spot && 'node' in spot ? network.nodes.get(spot.node)?.geometry.coordinates : undefined);
}
