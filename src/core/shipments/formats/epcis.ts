/** Events of EPCIS, 2.0 in JSON and 1.2 or 2.0 in XML, brought to one form. */
import * as v from 'valibot';
import type { Element } from '@xmldom/xmldom';
import type { Position } from '../../dataset/model.ts';
import type { EventKind, ReadReports, Report, ReportedPlace, ReportedTime } from '../events/event.ts';
import { type IgnoredReason, ShipmentError } from '../events/issues.ts';
import { parseOffset, parseTime } from '../events/time.ts';
import { parseXml } from './xml.ts';

const text = v.fallback(v.optional(v.string()), undefined);
const texts = v.fallback(v.optional(v.array(v.string())), undefined);
const place = v.fallback(v.optional(v.object({ id: v.string() })), undefined);
const epcisEvent = v.object({
  type: text,
  eventTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  epcList: texts,
  parentID: text,
  bizStep: text,
  readPoint: place,
  bizLocation: place,
  destinationList: v.fallback(v.optional(v.array(v.object({ type: text, destination: text }))), undefined),
  errorDeclaration: v.optional(v.unknown()),
});
type EpcisEvent = v.InferOutput<typeof epcisEvent>;

const TYPES = /^(?:Object|Aggregation|Transaction|Transformation|Association)Event$/;
const STEPS: Readonly<Record<string, EventKind>> = {
  departing: 'departed',
  shipping: 'departed',
  arriving: 'arrived',
  receiving: 'arrived',
  loading: 'loaded',
  unloading: 'discharged',
};

export const isEpcisEvent = (json: Readonly<Record<string, unknown>>): boolean =>
  TYPES.test(String(json.type ?? json.isA ?? '')) || ('eventTime' in json && 'action' in json);

export function readEpcisEvent(json: unknown, path: string): Report[] {
  const read = v.safeParse(epcisEvent, json);
  return read.success ? buildReports(read.output, { path }) : [];
}

/** Numbers of containers among the ids of an event; goods on pallets are no shipments of their own. */
function findContainers({ epcList = [], parentID }: EpcisEvent): string[] {
  return [...(parentID ? [parentID] : []), ...epcList].flatMap(
    (id) => /^urn:epc:id:bic:([A-Z0-9]+)$/i.exec(id)?.[1] ?? /\/8?00\d\/([A-Z]{3}[UJZ]\d{7})$/i.exec(id)?.[1] ?? [],
  );
}

/** A place of EPCIS: `geo:` is latitude first; other codes have no open register. */
function readEpcisPlace(id: string): ReportedPlace {
  const met = /^geo:(-?[\d.]+),(-?[\d.]+)/i.exec(id);
  if (!met) return { text: id, closedCode: id };
  const lonLat: Position = [Number(met[2]), Number(met[1])];
  return { text: id, lonLat };
}

/** The instant of `eventTime`, told by the clock of `eventTimeZoneOffset`. */
function readTime({ eventTime = '', eventTimeZoneOffset = '' }: EpcisEvent): ReportedTime | null {
  const offset = parseOffset(eventTimeZoneOffset);
  const time = parseTime(eventTime, 'dmy', offset);
  return time && offset !== null && time.zone === 'given' ? { ...time, offset } : time;
}

function findReason(event: EpcisEvent, at: ReportedPlace | null, time: ReportedTime | null): IgnoredReason | null {
  if (event.errorDeclaration !== undefined) return 'retracted';
  if (event.type === 'TransformationEvent') return 'not-a-movement';
  if (!at) return 'no-place';
  if (at.lonLat && !at.lonLat.every((degrees, i) => Math.abs(degrees) <= (i === 0 ? 180 : 90))) return 'bad-coordinates';
  if (at.lonLat?.every((degrees) => degrees === 0)) return 'null-island';
  return time ? null : 'no-time';
}

function buildReports(event: EpcisEvent, where: Report['where']): Report[] {
  const id = event.readPoint?.id ?? event.bizLocation?.id;
  const at = id === undefined ? null : readEpcisPlace(id);
  const time = readTime(event);
  const step = event.bizStep?.replace(/^.*[:/-]/, '').toLowerCase() ?? '';
  const ignored = findReason(event, at, time);
  const destination = event.destinationList?.find(({ type }) => type?.replace(/^.*[:/-]/, '') === 'location')?.destination;
  const { errorDeclaration, ...rest } = event;
  return findContainers(event).map((container) => ({
    where,
    id: container,
    idKind: 'container' as const,
    event: { kind: STEPS[step] ?? 'position', classifier: 'ACT' as const, place: at, time },
    ...(ignored && { ignored }),
    ...(event.eventID && { eventId: event.eventID }),
    ...(errorDeclaration !== undefined && event.eventID && { retracts: event.eventID }),
    ...(destination && { destination: readEpcisPlace(destination) }),
    key: JSON.stringify([rest, errorDeclaration === undefined]),
  }));
}

/** Walks by local names: prefixes differ from system to system, and newer events lie in `extension`. */
const getAll = (parent: Element, name: string): Element[] => [...parent.getElementsByTagNameNS('*', name)];
const getOne = (parent: Element, name: string): string | undefined => getAll(parent, name)[0]?.textContent?.trim();

function readElement(element: Element): EpcisEvent {
  const findId = (name: string) => {
    const id = getAll(element, name)[0]?.textContent?.trim();
    return id === undefined ? undefined : { id };
  };
  const declared = getAll(element, 'errorDeclaration').length > 0;
  return {
    type: element.localName ?? undefined,
    eventTime: getOne(element, 'eventTime'),
    eventTimeZoneOffset: getOne(element, 'eventTimeZoneOffset'),
    eventID: getOne(element, 'eventID'),
    epcList: getAll(element, 'epcList').flatMap((all) => getAll(all, 'epc').map((epc) => epc.textContent?.trim() ?? '')),
    parentID: getOne(element, 'parentID'),
    bizStep: getOne(element, 'bizStep'),
    readPoint: findId('readPoint'),
    bizLocation: findId('bizLocation'),
    destinationList: getAll(element, 'destination').map((one) => ({
      type: one.getAttribute('type') ?? undefined,
      destination: one.textContent?.trim(),
    })),
    ...(declared && { errorDeclaration: true }),
  };
}

/**
 * Reads EPCIS in XML.
 *
 * @throws ShipmentError `doctype-refused`, `bad-xml`, `truncated`, `empty`, `not-a-shipment-file`
 */
export function readEpcisXml(xml: string): ReadReports {
  const isOld = /urn:epcglobal:epcis(?:-query)?:xsd:1/.test(xml);
  if (!isOld && !/urn:epcglobal:epcis(?:-query)?:xsd:2/.test(xml)) throw new ShipmentError({ code: 'not-a-shipment-file' });
  const format = isOld ? 'epcis-1.2' : 'epcis-2.0';
  const document = parseXml(xml, format);
  const root = document.documentElement;
  const elements = root ? getAll(root, '*').filter(({ localName }) => TYPES.test(localName ?? '')) : [];
  const reports = elements.flatMap((element, i) =>
    buildReports(readElement(element), { path: `${element.localName ?? 'event'}[${i + 1}]` }),
  );
  if (reports.length === 0) throw new ShipmentError({ code: 'empty' }, format);
  const asOf = parseTime(root?.getAttribute('creationDate') ?? '');
  return { format, ...(asOf && { asOf }), reports, issues: [] };
}
