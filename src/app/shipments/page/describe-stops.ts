import type { ShipmentDetail } from '../../../core/shipments/view/desk.ts';
import type { JourneyStop } from '../../../core/shipments/view/stops.ts';
import { formatReported } from '../../../i18n/shipments/shipment.ts';
import type { Translator } from '../../../i18n/translate.ts';
import { joinParts, writeDigits } from '../../../i18n/punctuation.ts';

export interface DescribedStop {
  name: string;
  /** As the file writes it, where that differs. */
  written: string;
  km: string;
  part: JourneyStop['part'];
  events: string[];
  /** The newest actual report is of this stop. */
  isLast: boolean;
}

/** The stops of a journey in words. */
export function describeStops(
  { journey: { stops } }: ShipmentDetail,
  tr: Translator,
  getName: (id: string) => string,
): DescribedStop[] {
  const last = stops.findLastIndex(({ part }) => part === 'done');
  return stops.map(({ node, text, km, part, events }, i) => {
    const name = node === null ? text : getName(node);
    return {
      name,
      part,
      written: text !== '' && text !== name ? tr.t('shipment.written', { text }) : '',
      isLast: i === last,
      km: km === null ? '' : tr.km(km),
      events: events.map(({ kind, classifier, time, where }) => {
        const said = classifier === 'EST' || classifier === 'PLN' ? [tr.t(`shipment.classifier.${classifier}`)] : [];
        const row = where.row === undefined ? [] : [tr.t('shipment.where.row', { value: writeDigits(tr, where.row) })];
        return joinParts(tr, [tr.t(`shipment.kind.${kind}`), formatReported(tr, time), ...said, ...row], 'dot');
      }),
    };
  });
}
