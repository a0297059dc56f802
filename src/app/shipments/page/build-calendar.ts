import { type CalendarEntry, writeCalendar } from '../../../core/feeds/calendar.ts';
import type { ReportedTime } from '../../../core/shipments/events/event.ts';
import type { Time } from '../../../core/dataset/schema/context/times.ts';
import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import { formatDatedTime, formatTimePlace } from '../../../i18n/times/times.ts';
import { addAside, formatPair, joinParts } from '../../../i18n/punctuation.ts';
import type { Translator } from '../../../i18n/translate.ts';

interface Words {
  tr: Translator;
  getName(id: string): string;
  /** Published times. */
  times: readonly Time[];
  /** Milliseconds since 1970. */
  now: number;
}

/** What the file plans and estimates, and the range of published times; null where nothing is expected. */
export function buildCalendar({ shipment, journey, file }: ShipmentDetail, words: Words): string | null {
  const { tr, getName, now } = words;
  const { id, destination, arrival } = shipment;
  const newest = shipment.last?.at ?? -Infinity;
  const name = (node: string | null, text: string): string => (node === null ? text : getName(node));
  const used = new Map<string, number>();
  /** The same in each version of the file, as long as it tells of as many events of that kind at that place. */
  const uid = (...parts: string[]): string => {
    const stem = [id, ...parts].join('-');
    const n = (used.get(stem) ?? 0) + 1;
    used.set(stem, n);
    return `${stem}-${String(n)}@corridor-atlas`;
  };
  const write = (...parts: string[]): string => formatPair(tr, id, joinParts(tr, parts));
  const entries = journey.stops.flatMap(({ node, text, events }) =>
    events.flatMap(({ kind, classifier, time, at }): CalendarEntry[] =>
      (classifier === 'EST' || classifier === 'PLN') && at > newest
        ? [
            {
              uid: uid(node ?? text, kind, classifier),
              summary: write(
                name(node, text),
                addAside(tr, tr.t(`shipment.kind.${kind}`), [tr.t(`shipment.classifier.${classifier}`)]),
              ),
              description: `${file}. ${tr.t('shipment.asFile')}`,
              start: time,
            },
          ]
        : [],
    ),
  );
  const toTime = (ms: number): ReportedTime => ({ ms, zone: 'given', offset: 0, precision: 'minute' });
  const range: CalendarEntry[] = arrival
    ? [
        {
          uid: uid('published'),
          summary: write(name(destination ?? null, ''), tr.t('shipment.figure.arrival')),
          description: describeBasis(arrival.basis, words),
          start: toTime(arrival.low),
          end: toTime(arrival.high),
        },
      ]
    : [];
  const all = [...entries, ...range];
  return all.length === 0 ? null : writeCalendar(all, now);
}

/** The published times that a range rests on. */
function describeBasis(ids: readonly string[], { tr, getName, times }: Words): string {
  const basis = times
    .filter(({ id }) => ids.includes(id))
    .map((time) => formatPair(tr, formatTimePlace(tr, time, getName), formatDatedTime(tr, time)));
  return joinParts(tr, basis, 'semicolon');
}
