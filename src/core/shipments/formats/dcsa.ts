/** Events of DCSA Track & Trace: 2.2, 3.0.0-Beta-1 (metadata and payload), 3.0 as its conformance tests have it. */
import * as v from 'valibot';
import type { Position } from '../../dataset/model.ts';
import type { Classifier, EventKind, Report, ReportedPlace, TransportMode } from '../events/event.ts';
import type { IgnoredReason } from '../events/issues.ts';
import { parseTime } from '../events/time.ts';

const text = v.fallback(v.optional(v.string()), undefined);
const list = <S extends v.GenericSchema>(item: S) => v.fallback(v.optional(v.array(item)), undefined);
const part = <E extends v.ObjectEntries>(entries: E) => v.fallback(v.optional(v.object(entries)), undefined);
const degrees = v.fallback(v.optional(v.union([v.string(), v.number()])), undefined);

const location = part({
  locationName: text,
  UNLocationCode: text,
  facilityCode: text,
  latitude: degrees,
  longitude: degrees,
  geoCoordinate: part({ latitude: degrees, longitude: degrees }),
});
const transportCall = part({ UNLocationCode: text, modeOfTransport: text, facilityTypeCode: text, location });
const fields = {
  eventType: text,
  eventClassifierCode: text,
  eventDateTime: text,
  eventID: text,
  eventCreatedDateTime: text,
  eventUpdatedDateTime: text,
  retractedEventID: text,
  transportEventTypeCode: text,
  equipmentEventTypeCode: text,
  equipmentReference: text,
  emptyIndicatorCode: text,
  eventLocation: location,
  transportCall,
  references: list(v.object({ referenceType: text, referenceValue: text, type: text, value: text })),
};
const classification = v.object({
  eventTypeCode: text,
  eventClassifierCode: text,
  transportEventTypeCode: text,
  equipmentEventTypeCode: text,
});
const plainEvent = v.object(fields);
const betaEvent = v.object({ metadata: v.object(fields), payload: v.optional(v.object(fields)) });
const classifiedEvent = v.object({
  ...fields,
  eventClassification: classification,
  equipmentDetails: part({ equipmentReference: text, emptyIndicatorCode: text }),
  transportDetails: part({ transportCall }),
  iotDetails: part({ iotEventCode: text }),
});
type Fields = v.InferOutput<typeof plainEvent>;
type PlaceFields = Fields['eventLocation'];

const KINDS: Readonly<Record<string, EventKind>> = {
  DEPA: 'departed',
  ARRI: 'arrived',
  LOAD: 'loaded',
  DISC: 'discharged',
  GTIN: 'gate-in',
  GTOT: 'gate-out',
  CROS: 'handover',
  CUSS: 'customs',
  CUSI: 'customs',
  CUSR: 'customs',
};
const MODES: Readonly<Record<string, TransportMode>> = { RAIL: 'rail', VESSEL: 'sea', BARGE: 'sea', TRUCK: 'road' };
const CLASSIFIERS: readonly Classifier[] = ['ACT', 'EST', 'PLN'];
const PORT_FACILITIES = ['POTE', 'COFS', 'BRTH'];

/** Reports of one event, or null where it is none of DCSA. */
export function readDcsaEvent(json: unknown, path: string): { format: string; reports: Report[] } | null {
  const classified = v.safeParse(classifiedEvent, json);
  if (classified.success) {
    const { eventClassification, equipmentDetails, transportDetails, iotDetails, ...event } = classified.output;
    const type = eventClassification.eventTypeCode;
    const isPosition = type === 'IOT' && iotDetails?.iotEventCode === 'LOC';
    const merged = {
      ...event,
      ...eventClassification,
      eventType: isPosition ? 'IOT' : type,
      equipmentReference: equipmentDetails?.equipmentReference,
      emptyIndicatorCode: equipmentDetails?.emptyIndicatorCode,
      transportCall: transportDetails?.transportCall ?? event.transportCall,
    };
    return { format: 'dcsa-3.0', reports: buildReports(merged, path, json) };
  }
  const beta = v.safeParse(betaEvent, json);
  if (beta.success) {
    const { metadata, payload = {} } = beta.output;
    return { format: 'dcsa-3.0-beta', reports: buildReports({ ...metadata, ...dropMissing(payload) }, path, json) };
  }
  const plain = v.safeParse(plainEvent, json);
  if (!plain.success || !plain.output.eventType) return null;
  return { format: 'dcsa-2.2', reports: buildReports(plain.output, path, json) };
}

const dropMissing = (value: Partial<Fields>): Partial<Fields> =>
  Object.fromEntries(Object.entries(value).filter(([, one]: [string, unknown]) => one !== undefined));

function buildReports(event: Partial<Fields>, path: string, json: unknown): Report[] {
  const ids = findContainers(event);
  const place = findPlace(event);
  const time = event.eventDateTime ? parseTime(event.eventDateTime) : null;
  const created = parseTime(event.eventUpdatedDateTime ?? event.eventCreatedDateTime ?? '');
  const code = event.transportEventTypeCode ?? event.equipmentEventTypeCode ?? '';
  const kind = event.eventType === 'IOT' ? 'position' : (KINDS[code] ?? 'other');
  const classifier = CLASSIFIERS.find((one) => one === event.eventClassifierCode) ?? null;
  const ignored = findReason(event, place, time !== null, classifier);
  return (ids.length > 0 ? ids : [null]).map((id) => ({
    where: { path },
    id,
    idKind: 'container' as const,
    event: { kind, classifier, place, time },
    ...(ignored && { ignored }),
    ...(event.eventID && { eventId: event.eventID }),
    ...(created && { created }),
    ...(event.retractedEventID && { retracts: event.retractedEventID }),
    ...(event.emptyIndicatorCode === 'EMPTY' && { empty: true }),
    key: JSON.stringify(json),
  }));
}

/** Transport events have no reference of their own to equipment, only among all references. */
function findContainers({ equipmentReference, references = [] }: Partial<Fields>): string[] {
  if (equipmentReference) return [equipmentReference];
  return references.flatMap((one) => ((one.referenceType ?? one.type) === 'EQ' ? (one.referenceValue ?? one.value ?? []) : []));
}

function findReason(
  { eventType, retractedEventID }: Partial<Fields>,
  place: ReportedPlace | null,
  hasTime: boolean,
  classifier: Classifier | null,
): IgnoredReason | null {
  if (retractedEventID) return 'retracted';
  if (eventType === 'REEFER') return 'not-a-movement';
  if (!place) return 'no-place';
  if (!hasTime) return 'no-time';
  if (eventType === 'SHIPMENT') return 'not-a-movement';
  return classifier ? null : 'no-classifier';
}

function findPlace({ eventLocation, transportCall: call }: Partial<Fields>): ReportedPlace | null {
  const places = [eventLocation, call?.location];
  const locode = eventLocation?.UNLocationCode ?? call?.UNLocationCode ?? call?.location?.UNLocationCode;
  const name = places.find((one) => one?.locationName)?.locationName;
  const facility = places.find((one) => one?.facilityCode)?.facilityCode;
  const lonLat = places.map(readLonLat).find((one) => one !== null);
  const label = locode ?? name ?? lonLat?.join(',') ?? facility;
  if (label === undefined) return null;
  const mode = MODES[call?.modeOfTransport ?? ''] ?? (PORT_FACILITIES.includes(call?.facilityTypeCode ?? '') ? 'sea' : undefined);
  return {
    text: label,
    ...(name && { name }),
    ...(locode && { locode }),
    ...(facility && !locode && !name && { closedCode: facility }),
    ...(lonLat && { lonLat }),
    ...(mode && { mode }),
  };
}

function readLonLat(place: PlaceFields): Position | null {
  const { longitude, latitude } = place?.geoCoordinate ?? place ?? {};
  if (longitude === undefined || latitude === undefined || longitude === '' || latitude === '') return null;
  const [lon, lat] = [Number(longitude), Number(latitude)];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}
