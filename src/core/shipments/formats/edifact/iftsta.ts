/** IFTSTA: statuses of consignments; each starts anew with CNI, and its container may stand behind its status. */
import { foldText } from '../../fold.ts';
import type { EventKind, Report, ReportedPlace } from '../../events/event.ts';
import type { ShipmentIssue } from '../../events/issues.ts';
import { findKind } from '../../events/words.ts';
import type { Segment } from './segments.ts';
import { findDate, getQualifier, readContainer, readDate, readLocation, readMode } from './fields.ts';

/** Letters that carriers use; the text beside a code counts before it, for lists differ from sender to sender. */
const CODES: Readonly<Record<string, EventKind>> = {
  AE: 'loaded',
  UV: 'discharged',
  VA: 'arrived',
  VD: 'departed',
  I: 'gate-in',
  OA: 'gate-out',
  AL: 'loaded',
  UR: 'discharged',
  P: 'departed',
};
/** What the date of a place on the way says. */
const LEG_DATES: Readonly<Record<string, { kind: EventKind; classifier: 'ACT' | 'EST' }>> = {
  '186': { kind: 'departed', classifier: 'ACT' },
  '178': { kind: 'arrived', classifier: 'ACT' },
  '133': { kind: 'departed', classifier: 'EST' },
  '132': { kind: 'arrived', classifier: 'EST' },
};

export function readIftsta(segments: readonly Segment[], issues: ShipmentIssue[]): Report[] {
  const starts = segments.flatMap(({ tag }, i) => (tag === 'CNI' ? [i] : []));
  return starts.flatMap((start, i) => readConsignment(segments.slice(start, starts[i + 1]), issues));
}

function readConsignment(segments: readonly Segment[], issues: ShipmentIssue[]): Report[] {
  const isEquipment = ({ tag, elements }: Segment) => tag === 'RFF' && elements[0]?.[0] === 'EQ';
  const containers = segments.flatMap((one) => (one.tag === 'EQD' ? (readContainer(one) ?? []) : []));
  const referenced = segments.flatMap((one) => (isEquipment(one) ? (one.elements[0]?.[1] ?? []) : []));
  const ids = [...new Set(containers.length > 0 ? containers : referenced)];
  const empty = segments.some(({ tag, elements }) => tag === 'EQD' && elements.at(-1)?.[0] === '4');
  const events = splitGroups(segments).flatMap((group) => readGroup(group, issues));
  return (ids.length > 0 ? ids : [null]).flatMap((id) =>
    events.map((event): Report => ({ ...event, id, idKind: 'container', ...(empty && { empty }) })),
  );
}

/** A status or a leg with what belongs to it. */
function splitGroups(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  for (const segment of segments) {
    if (segment.tag === 'STS' || segment.tag === 'TDT') groups.push([segment]);
    else groups.at(-1)?.push(segment);
  }
  return groups;
}

function readGroup(group: readonly Segment[], issues: ShipmentIssue[]): Omit<Report, 'id'>[] {
  return group[0]!.tag === 'STS' ? [readStatus(group, issues)] : readLegs(group);
}

function readStatus(group: readonly Segment[], issues: ShipmentIssue[]): Omit<Report, 'id'> {
  const [head] = group as [Segment];
  const status = head.elements[1] ?? [];
  const code = status[0] ?? '';
  const words = foldText(status.slice(3).join(' '));
  const spoken = words ? findKind(words) : 'other';
  const kind = spoken === 'other' ? (CODES[code] ?? 'other') : spoken;
  const where = { segment: head.number };
  if (kind === 'other') issues.push({ code: 'unknown-event-code', where, params: { value: code } });
  const location =
    group.find((one) => one.tag === 'LOC' && getQualifier(one) === '175') ?? group.find(({ tag }) => tag === 'LOC');
  const mode = /vessel|ship|sea/.test(words) ? 'sea' : /rail/.test(words) ? 'rail' : undefined;
  const place = location ? readLocation(location, mode) : null;
  const time = findDate(group, '334', '7');
  const ignored = !place ? 'no-place' : !time ? 'no-time' : null;
  return { where, event: { kind, classifier: 'ACT', place, time }, ...(ignored && { ignored }) };
}

/** Each place of a leg that has a date is an event; one without a date only states the way. */
function readLegs(group: readonly Segment[]): Omit<Report, 'id'>[] {
  const mode = readMode(group[0]!);
  let place: ReportedPlace | null = null;
  const reports: Omit<Report, 'id'>[] = [];
  for (const segment of group) {
    if (segment.tag === 'LOC') place = readLocation(segment, mode);
    const says = segment.tag === 'DTM' ? LEG_DATES[getQualifier(segment)] : undefined;
    const time = says && readDate(segment);
    if (place && time) reports.push({ where: { segment: segment.number }, event: { ...says, place, time } });
  }
  return reports;
}
