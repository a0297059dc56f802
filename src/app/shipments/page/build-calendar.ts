import { type CalendarEntry, writeCalendar } from '../../../core/shipments/view/calendar.ts';
import type { ReportedTime } from '../../../core/shipments/events/event.ts';
import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import type { Translator } from '../../../i18n/translate.ts';

interface Words {
  tr: Translator;
  getName(id: string): string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What the file plans and estimates, and the range of published times; null where nothing is expected. */
export function buildCalendar({ shipment, journey, file }: ShipmentDetail, { tr, getName, now }: Words): string | null {
  const { id, destination, arrival } = shipment;
  const newest = shipment.last?.at ?? -Infinity;
  const name = (node: string | null, text: string): string => (node === null ? text : getName(node));
  const uid = (...parts: (string | number)[]): string => `${[id, ...parts].join('-')}@corridor-atlas`;
  const entries = journey.stops.flatMap(({ node, text, events }) =>
    events.flatMap(({ kind, classifier, time, at }, i): CalendarEntry[] =>
      (classifier === 'EST' || classifier === 'PLN') && at > newest
        ? [
            {
              uid: uid(node ?? text, kind, classifier, i),
              summary: `${id}: ${name(node, text)}, ${tr.t(`shipment.kind.${kind}`)} (${tr.t(`shipment.classifier.${classifier}`)})`,
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
          summary: `${id}: ${name(destination ?? null, '')}, ${tr.t('shipment.figure.arrival')}`,
          description: arrival.basis.join(', '),
          start: toTime(arrival.low),
          end: toTime(arrival.high),
        },
      ]
    : [];
  const all = [...entries, ...range];
  return all.length === 0 ? null : writeCalendar(all, now);
}
