/** CODECO and COARRI: what a terminal did with containers; the beginning of the message says it for all of them. */
import type { EventKind, Report, ReportedPlace } from '../../events/event.ts';
import type { ShipmentIssue } from '../../events/issues.ts';
import type { Segment } from './segments.ts';
import { findDate, getQualifier, readContainer, readLocation } from './fields.ts';

/** By the code of BGM: what happened, and which LOC is the place where; which one is where the container goes or comes from. */
const MOVES: Readonly<Record<string, { kind: EventKind; here: string[]; destination?: string; origin?: string }>> = {
  '34': { kind: 'gate-in', here: ['165'], destination: '11' },
  '36': { kind: 'gate-out', here: ['165'] },
  '44': { kind: 'discharged', here: ['11', '165'], origin: '9' },
  '46': { kind: 'loaded', here: ['9', '165'], destination: '11' },
};

export function readTerminalMessage(segments: readonly Segment[], issues: ShipmentIssue[]): Report[] {
  const head = segments.find(({ tag }) => tag === 'BGM');
  const code = head ? getQualifier(head) : '';
  const move = MOVES[code];
  if (!move)
    issues.push({ code: 'unknown-event-code', where: { segment: head?.number ?? segments[0]!.number }, params: { value: code } });
  const starts = segments.flatMap(({ tag }, i) => (tag === 'EQD' ? [i] : []));
  return starts.flatMap((start, i) =>
    readEquipment(segments.slice(start, starts[i + 1]), move ?? { kind: 'other', here: ['165'] }),
  );
}

function readEquipment(group: readonly Segment[], move: (typeof MOVES)[string]): Report[] {
  const [head] = group as [Segment];
  const id = readContainer(head);
  // Chassis and the like are no shipments.
  if (!id) return [];
  const locate = (qualifiers: readonly string[]): ReportedPlace | null => {
    for (const one of qualifiers) {
      const found = group.find((segment) => segment.tag === 'LOC' && getQualifier(segment) === one);
      const place = found && readLocation(found, 'sea');
      if (place) return place;
    }
    return null;
  };
  const place = locate(move.here);
  const time = findDate(group, '7', '203', '334');
  const origin = move.origin ? locate([move.origin]) : null;
  const destination = move.destination ? locate([move.destination]) : null;
  const ignored = !place ? 'no-place' : !time ? 'no-time' : null;
  return [
    {
      where: { segment: head.number },
      id,
      idKind: 'container',
      event: { kind: move.kind, classifier: 'ACT', place, time },
      ...(ignored && { ignored }),
      ...(origin && { origin }),
      ...(destination && { destination }),
      ...(head.elements.at(-1)?.[0] === '4' && { empty: true }),
    },
  ];
}
