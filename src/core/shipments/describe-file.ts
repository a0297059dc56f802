/** The published form of what was read: what the command prints and a host page gets, one object a file. */
import { formatTime } from './events/time.ts';
import { type ShipmentIssue, SHIPMENT_ISSUES } from './events/issues.ts';
import { getNode, type PlacedEvent } from './journey/history.ts';
import type { Shipment } from './journey/follow.ts';
import type { Way } from './journey/paths.ts';
import type { ShipmentFile } from './read-shipments.ts';

const isError = ({ code }: ShipmentIssue): boolean => SHIPMENT_ISSUES[code] === 'error';
const listCodes = (issues: readonly ShipmentIssue[]): string[] => [
  ...new Set(issues.filter((one) => !isError(one)).map(({ code }) => code)),
];

/** @param say the sentence of an issue, in the language of the reader */
export function describeFile(
  { file, format, encoding, asOf, shipments, issues }: ShipmentFile,
  say: (issue: ShipmentIssue) => string,
) {
  const all = [...issues, ...shipments.flatMap((shipment) => shipment.issues)];
  return {
    file,
    format,
    ...(encoding && { encoding }),
    ...(asOf && { asOf: formatTime(asOf) }),
    shipments: shipments.map(describeShipment),
    warnings: listCodes(issues),
    errors: issues.filter(isError).map(({ code, where, params }) => ({ kind: code, ...where, ...params })),
    messages: all.map((issue) => ({
      code: issue.code,
      ...(issue.shipment !== undefined && { shipment: issue.shipment }),
      where: issue.where ?? null,
      message: say(issue),
    })),
  };
}

const describeEvent = (event: PlacedEvent) => ({
  nodeId: getNode(event),
  place: event.place.text,
  time: formatTime(event.time),
  zone: event.time.zone,
  kind: event.kind,
  classifier: event.classifier,
});

const describeKm = (name: 'kmDone' | 'kmLeft', way: Way | null) => ({
  [name]: way?.km ?? null,
  ...(way && { [`${name}Low`]: way.low, [`${name}High`]: way.high }),
});

function describeShipment(shipment: Shipment) {
  const { id, idKind, idValid, events, state, last, position, estimate, origin, destination, done, left, ahead } = shipment;
  const { ignored, ...counts } = events;
  const isAssumed = done?.isAssumed === true || left?.isAssumed === true;
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    id,
    ...(idKind !== 'container' && { idKind }),
    ...(!idValid && { idValid }),
    events: { ...counts, ...(Object.keys(ignored).length > 0 && { ignored }) },
    state,
    lastEvent: last && describeEvent(last),
    position,
    ...(estimate && { estimate }),
    ...(origin !== undefined && { origin }),
    ...(destination !== undefined && { destination }),
    ...describeKm('kmDone', done),
    ...describeKm('kmLeft', left),
    ...(ahead && { ahead }),
    ...(shipment.stated.length > 0 && { stated: shipment.stated }),
    ...(shipment.fileKmLeft !== null && { fileKmLeft: shipment.fileKmLeft }),
    ...(shipment.fileForecast && { fileForecast: shipment.fileForecast }),
    ...(shipment.dwellHours !== null && { dwellHours: shipment.dwellHours }),
    ...(shipment.delay && { delayHours: shipment.delay }),
    ...(shipment.arrival && {
      arrival: { ...shipment.arrival, low: iso(shipment.arrival.low), high: iso(shipment.arrival.high) },
    }),
    ...(shipment.stays.length > 0 && {
      stays: shipment.stays.map(({ from, to, ...stay }) => ({ ...stay, from: iso(from), to: to === null ? null : iso(to) })),
    }),
    ...(shipment.empty && { empty: true }),
    warnings: listCodes(shipment.issues),
    notes: isAssumed ? ['way-assumed'] : [],
  };
}
