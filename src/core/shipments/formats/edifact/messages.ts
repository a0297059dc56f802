/** UN/EDIFACT: the messages of an interchange, and the readers of those that tell where containers are. */
import type { ReadReports, Report, ReportedTime } from '../../events/event.ts';
import { ShipmentError, type ShipmentIssue } from '../../events/issues.ts';
import { findDate } from './fields.ts';
import { readIftsta } from './iftsta.ts';
import { readTerminalMessage } from './codeco-coarri.ts';
import { type Segment, splitSegments } from './segments.ts';

interface Message {
  type: string;
  segments: Segment[];
}

/** The whole messages of an interchange; of one that breaks off nothing is used. */
function splitMessages(segments: readonly Segment[], isCut: boolean, issues: ShipmentIssue[]): Message[] {
  const messages: Message[] = [];
  let open: Message | null = null;
  for (const segment of segments) {
    if (segment.tag === 'UNH') open = { type: segment.elements[1]?.[0] ?? '', segments: [] };
    open?.segments.push(segment);
    if (segment.tag !== 'UNT' || !open) continue;
    const counted = Number(segment.elements[0]?.[0]);
    if (counted !== open.segments.length) {
      issues.push({
        code: 'segment-count',
        where: { segment: segment.number },
        params: { counted, found: open.segments.length },
      });
    }
    messages.push(open);
    open = null;
  }
  if (open || isCut) issues.push({ code: 'truncated', where: { segment: segments.length } });
  return messages;
}

const READERS: Readonly<Record<string, (segments: readonly Segment[], issues: ShipmentIssue[]) => Report[]>> = {
  IFTSTA: readIftsta,
  CODECO: readTerminalMessage,
  COARRI: readTerminalMessage,
};

/**
 * Reads IFTSTA, CODECO and COARRI; other messages are told of.
 *
 * @throws ShipmentError `unsupported-message`, `truncated`, `empty`
 */
export function readEdifact(text: string): ReadReports {
  const { segments, isCut } = splitSegments(text);
  const issues: ShipmentIssue[] = [];
  const messages = splitMessages(segments, isCut, issues);
  const reports: Report[] = [];
  const dates: ReportedTime[] = [];
  let format: string | null = null;
  for (const { type, segments: own } of messages) {
    const read = READERS[type];
    if (!read) {
      issues.push({ code: 'unsupported-message', where: { segment: own[0]!.number }, params: { detail: type } });
      continue;
    }
    format ??= type.toLowerCase();
    reports.push(...read(own, issues));
    const date = findDate(own.slice(0, 6), '137');
    if (date) dates.push(date);
  }
  if (reports.length === 0) throw new ShipmentError(issues[0] ?? { code: 'empty' }, format ?? 'edifact');
  const asOf = dates.sort((a, b) => b.ms - a.ms)[0];
  return { format: format ?? 'edifact', ...(asOf && { asOf }), reports, issues };
}
